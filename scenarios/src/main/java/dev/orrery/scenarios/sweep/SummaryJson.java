package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.result.LinePrinter;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.sim.random.Seed;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a summary as the document {@code summary.json}: keys in one order, one line for each key and for each element of a
 * list, seeds as hexadecimal text. The same seeds give the same bytes.
 */
public final class SummaryJson {
    /** The version of the document's form. */
    public static final int VERSION = 1;

    /** What the document calls its form. */
    public static final String FORMAT = "orrery-sweep";

    private static final TokenStreamFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final Summary summary;
    private final Tally tally;

    /**
     * What this machine's clock said of a sweep, which is different each time.
     *
     * @param seeds how many were run
     * @param nanos how long that took
     * @param jobs on how many threads
     */
    public record Pace(long seeds, long nanos, int jobs) {
        /** How many seeds were run in a second. */
        public double perSecond() {
            return seeds * 1e9 / Math.max(1, nanos);
        }
    }

    private SummaryJson(JsonGenerator json, Summary summary) {
        this.json = json;
        this.summary = summary;
        this.tally = summary.tally();
    }

    /**
     * Writes the document and a line's end, and leaves the writer open.
     *
     * @param pace is added at the end, as the only part that is different each time; null: nothing is
     * @throws tools.jackson.core.JacksonException if the writer fails
     */
    public static void write(Summary summary, @Nullable Pace pace, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(LinePrinter.context(), out)) {
            new SummaryJson(json, summary).write(pace);
            json.writeRaw('\n');
        }
    }

    private void write(@Nullable Pace pace) {
        json.writeStartObject();
        writeHead();
        writeCounts();
        list("signatures", summary.failures(), this::writeGroup);
        json.writeNumberProperty("otherFailures", tally.failures.others());
        list("doubts", summary.doubts(), this::writeGroup);
        json.writeNumberProperty("otherDoubts", tally.doubts.others());
        writeGoals();
        writeFaults();
        writeOutlook();
        if (pace != null) {
            json.writeNumberProperty("seedsPerSecond", Math.round(pace.perSecond() * 10) / 10.0);
            json.writeNumberProperty("wallSeconds", Math.round(pace.nanos() / 1e7) / 100.0);
            json.writeNumberProperty("jobs", pace.jobs());
        }
        json.writeEndObject();
    }

    private void writeHead() {
        SweepPlan plan = summary.plan();
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("v", VERSION);
        json.writeStringProperty("orrery", plan.version());
        json.writeStringProperty("scenario", plan.scenario());
        json.writeStringProperty("scenarioSha256", plan.sha256());
        json.writeStringProperty("range", plan.seeds().toString());
        json.writeStringProperty("part", plan.part() + "/" + plan.of());
        json.writeStringProperty("ending", summary.ending().text());
        json.writeStringProperty("verdict", summary.verdict().word());
        texts("reasons", summary.words());
    }

    private void writeCounts() {
        json.writeNumberProperty("seeds", summary.seeds());
        json.writeNumberProperty("passed", summary.passed());
        json.writeNumberProperty("failed", summary.failed());
        json.writeNumberProperty("inconclusive", summary.inconclusive());
        json.writeStringProperty("expect", summary.expect());
        json.writeNumberProperty("shown", summary.shown());
        Tally.Sums sums = tally.sums();
        json.writeNumberProperty("events", sums.events());
        json.writeNumberProperty("virtualNanos", sums.virtualNanos());
        OperationCounts operations = sums.operations();
        json.writeObjectPropertyStart("operations");
        json.writeNumberProperty("ok", operations.ok());
        json.writeNumberProperty("fail", operations.fail());
        json.writeNumberProperty("info", operations.info());
        json.writeNumberProperty("open", operations.open());
        json.writeEndObject();
    }

    private void writeGroup(Group group) {
        json.writeStringProperty("check", group.signature().check());
        json.writeStringProperty("shape", group.signature().shape());
        json.writeNumberProperty("count", group.count());
        json.writeStringProperty("smallestSeed", text(group.smallest()));
        json.writeStringProperty("shortestSeed", text(group.shortest()));
        json.writeNumberProperty("shortestEvents", group.events());
        json.writeArrayPropertyStart("seeds");
        group.seeds().forEach(seed -> json.writeString(text(seed)));
        json.writeEndArray();
        json.writeStringProperty("message", group.message());
    }

    private void writeGoals() {
        json.writeObjectPropertyStart("goals");
        for (String goal : summary.plan().goals()) {
            json.writeNumberProperty(goal, summary.goal(goal).times());
        }
        json.writeEndObject();
        json.writeObjectPropertyStart("goalSeeds");
        for (String goal : summary.plan().goals()) {
            json.writeNumberProperty(goal, summary.goal(goal).runs());
        }
        json.writeEndObject();
        texts("goalsMissed", summary.goalsMissed());
    }

    private void writeFaults() {
        List<FaultTable.Row> rows = summary.faults();
        list("faults", rows.stream().filter(row -> !row.isPair()).toList(), row -> {
            json.writeStringProperty("kind", row.kind());
            json.writeNumberProperty("times", row.times());
            json.writeNumberProperty("seeds", row.runs());
            json.writeNumberProperty("failed", row.failed());
        });
        list("pairs", rows.stream().filter(FaultTable.Row::isPair).toList(), row -> {
            json.writeStringProperty("kind", row.kind());
            json.writeStringProperty("with", row.other());
            json.writeNumberProperty("seeds", row.runs());
            json.writeNumberProperty("failed", row.failed());
        });
    }

    private void writeOutlook() {
        json.writeObjectPropertyStart("outlook");
        json.writeNumberProperty("situations", summary.situations());
        json.writeBooleanProperty("sample", summary.isSample());
        json.writeNumberProperty("seenOnce", summary.situationsOnce());
        json.writeNumberProperty("seedsWithTheirOwn", summary.runsWithTheirOwn());
        json.writeNumberProperty("newShare", summary.newShare());
        json.writeNumberProperty("failureBound95", summary.failureBound());
        json.writeStringProperty("assumption", Outlook.ASSUMPTION);
        json.writeEndObject();
    }

    private <T> void list(String name, List<T> elements, Consumer<T> writer) {
        json.writeArrayPropertyStart(name);
        for (T element : elements) {
            json.writeStartObject();
            writer.accept(element);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static String text(long seed) {
        return new Seed(seed).brief();
    }
}
