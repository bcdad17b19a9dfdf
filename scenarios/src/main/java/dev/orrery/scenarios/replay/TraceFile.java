package dev.orrery.scenarios.replay;

import dev.orrery.sim.random.Seed;
import dev.orrery.sim.trace.TraceHeader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trace in a file: what it takes to run it again, and how it ends.
 *
 * @param path the file
 * @param orrery the version that wrote it
 * @param scenario the scenario's name
 * @param sha256 of the scenario's text, as the trace says
 * @param seed the run's
 * @param keepGoing whether the run went on after violations
 * @param way of which the trace is, if a search found it; null if the trace is that of a run
 * @param source the scenario's text
 * @param end its last line; null if the file is cut off before it
 */
public record TraceFile(
        Path path,
        String orrery,
        String scenario,
        String sha256,
        Seed seed,
        boolean keepGoing,
        @Nullable RecordedWay way,
        String source,
        @Nullable End end) {

    /** A header holds the text of a scenario; nothing that long is one. */
    private static final int LONGEST_HEADER = 1 << 26;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * How a trace ends.
     *
     * @param at virtual nanoseconds at which the run ended
     * @param events how many the digest counts
     * @param digest of the run, as it is written
     * @param intact whether the hash in the line is that of the bytes before it
     */
    public record End(long at, long events, String digest, boolean intact) {}

    /**
     * Reads a trace's first and last line.
     *
     * @throws NoTraceException if it is no trace, or one of another format
     * @throws IOException if it cannot be read
     */
    public static TraceFile read(Path path) throws IOException, NoTraceException {
        JsonNode header = header(path);
        if (!header.path("format").asString("").equals(TraceHeader.FORMAT)) {
            throw new NoTraceException(path, "is no trace: its first line does not say \"format\":\"orrery-trace\"");
        }
        int version = header.path("v").asInt(0);
        if (version != TraceHeader.VERSION) {
            throw new NoTraceException(
                    path,
                    "is a trace of format " + version + ", and this version of orrery reads format "
                            + TraceHeader.VERSION);
        }
        try {
            return new TraceFile(
                    path,
                    header.path("orrery").asString(),
                    header.path("scenario").asString(),
                    header.path("scenarioSha256").asString(),
                    Seed.parse(header.path("seed").asString()),
                    header.path("settings").path("keepGoing").asBoolean(),
                    RecordedWay.of(header.path("settings")),
                    header.path("source").asString(),
                    end(path));
        } catch (JacksonException | IllegalArgumentException incomplete) {
            throw new NoTraceException(path, "is no whole trace: its first line lacks what it takes to run it again");
        }
    }

    private static JsonNode header(Path path) throws IOException, NoTraceException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0 || line.size() > LONGEST_HEADER || (line.size() == 0 && b != '{')) {
                    throw new NoTraceException(path, "is no trace: its first line is no JSON object");
                }
                line.write(b);
            }
            return JSON.readTree(line.toByteArray());
        } catch (JacksonException broken) {
            throw new NoTraceException(path, "is no trace: its first line is no JSON object");
        }
    }

    private static @Nullable End end(Path path) throws IOException {
        TraceTail tail = TraceTail.of(path);
        JsonNode last = parsed(tail.line());
        if (last == null || !last.path("k").asString("").equals("end")) {
            return null;
        }
        return new End(
                last.path("t").asLong(),
                last.path("events").asLong(),
                last.path("digest").asString(),
                last.path("hash").asString("").equals(tail.hash()));
    }

    private static @Nullable JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JacksonException broken) {
            return null;
        }
    }
}
