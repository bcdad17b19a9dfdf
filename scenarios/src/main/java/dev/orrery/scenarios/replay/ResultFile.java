package dev.orrery.scenarios.replay;

import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of a {@code result.json} it takes to run the same again and compare the ends.
 *
 * @param path the file
 * @param orrery the version that wrote it
 * @param sha256 of the scenario's text
 * @param seed the run's
 * @param scheduler the name of what decided on the order of events
 * @param keepGoing whether the run went on after violations
 * @param virtualNanos at which it ended
 * @param events how many there were
 * @param digest over all of them, as it is written
 * @param checkpoints the digest after each 65,536 events, as they are written
 */
public record ResultFile(
        Path path,
        String orrery,
        String sha256,
        Seed seed,
        String scheduler,
        boolean keepGoing,
        long virtualNanos,
        long events,
        String digest,
        List<String> checkpoints) {

    /** Keeps a copy of the list. */
    public ResultFile {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * Reads a result.
     *
     * @throws NoTraceException if it is none, or one of another format
     * @throws IOException if it cannot be read
     */
    public static ResultFile read(Path path) throws IOException, NoTraceException {
        try {
            return of(path, new JsonMapper().readTree(Files.readAllBytes(path)));
        } catch (JacksonException | IllegalArgumentException broken) {
            throw new NoTraceException(path, "is no whole result of a run");
        }
    }

    private static ResultFile of(Path path, JsonNode json) throws NoTraceException {
        if (!json.path("format").asString("").equals(ResultJson.FORMAT)) {
            throw new NoTraceException(path, "is no result of a run");
        }
        int version = json.path("v").asInt(0);
        if (version != ResultJson.VERSION) {
            throw new NoTraceException(
                    path,
                    "is a result of format " + version + ", and this version of orrery reads format "
                            + ResultJson.VERSION);
        }
        List<String> checkpoints = new ArrayList<>();
        json.path("checkpoints").forEach(checkpoint -> checkpoints.add(checkpoint.asString()));
        return new ResultFile(
                path,
                json.path("orrery").asString(),
                json.path("scenarioSha256").asString(),
                Seed.parse(json.path("seed").asString()),
                json.path("scheduler").path("name").asString(Schedule.TIME.name()),
                json.path("keepGoing").asBoolean(),
                json.path("virtualNanos").asLong(),
                json.path("events").asLong(),
                json.path("digest").asString(),
                checkpoints);
    }
}
