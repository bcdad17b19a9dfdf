package dev.orrery.scenarios.result;

import dev.orrery.scenarios.result.ExecutedPlan.Step;
import dev.orrery.scenarios.result.MetricFigures.CounterFigure;
import dev.orrery.scenarios.result.MetricFigures.GaugeFigure;
import dev.orrery.scenarios.result.MetricFigures.HistogramFigure;
import dev.orrery.scenarios.result.MetricFigures.Point;
import dev.orrery.scenarios.result.RunResult.Goal;
import dev.orrery.scenarios.result.RunResult.MessageCounts;
import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.RunResult.Threshold;
import dev.orrery.sim.check.certificate.Explanation;
import dev.orrery.sim.schedule.Schedule;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a result as the document {@code result.json}: keys in one order, one line for each key and for each element of a
 * list, numbers of 64 bits that are no quantities as hexadecimal text.
 */
public final class ResultJson {
    /** The version of the document's form. */
    public static final int VERSION = 1;

    /** What the document calls its form. */
    public static final String FORMAT = "orrery-result";

    private static final TokenStreamFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator json;

    private ResultJson(JsonGenerator json) {
        this.json = json;
    }

    /**
     * Writes the document and a line's end, and leaves the writer open.
     *
     * @param reproduce the command that runs the same again
     * @throws tools.jackson.core.JacksonException if the writer fails
     */
    public static void write(RunResult result, String reproduce, Writer out) {
        try (JsonGenerator json = JSON.createGenerator(LinePrinter.context(), out)) {
            new ResultJson(json).write(result, reproduce);
            json.writeRaw('\n');
        }
    }

    private void write(RunResult result, String reproduce) {
        json.writeStartObject();
        writeHead(result);
        writeSystem(result.system());
        list("checks", result.checks(), this::writeCheck);
        writeOperations(result.operations());
        list("latency", result.latency(), this::writeLatency);
        list("goals", result.goals(), this::writeGoal);
        list("thresholds", result.thresholds(), this::writeThreshold);
        writePlan(result.plan());
        writeReports(result.reports());
        list("messages", result.messages(), this::writeMessages);
        texts(
                "checkpoints",
                result.extent().checkpoints().stream()
                        .map(ResultJson::hexadecimal)
                        .toList());
        writeMetrics(result.metrics());
        writeVersions(result.source().version());
        texts("notices", result.notices());
        json.writeStringProperty("reproduce", reproduce);
        json.writeEndObject();
    }

    private void writeHead(RunResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeNumberProperty("v", VERSION);
        json.writeStringProperty("orrery", result.source().version());
        json.writeStringProperty("scenario", result.source().scenario());
        json.writeStringProperty("description", result.source().description());
        json.writeStringProperty("scenarioSha256", result.source().sha256());
        json.writeStringProperty("seed", result.source().seed().toString());
        json.writeBooleanProperty("keepGoing", result.source().keepGoing());
        writeScheduler(result);
        json.writeStringProperty("verdict", result.judgement().verdict().word());
        json.writeStringProperty("expect", result.judgement().expect());
        json.writeBooleanProperty("expected", result.judgement().expected());
        json.writeBooleanProperty("interrupted", result.judgement().interrupted());
        json.writeStringProperty("digest", hexadecimal(result.extent().digest()));
        json.writeNumberProperty("events", result.extent().events());
        json.writeNumberProperty("virtualNanos", result.extent().virtualNanos());
        json.writeNumberProperty("wallNanos", result.extent().wallNanos());
    }

    private void writeScheduler(RunResult result) {
        Schedule schedule = result.source().schedule();
        json.writeObjectPropertyStart("scheduler");
        json.writeStringProperty("name", schedule.name());
        if (schedule instanceof Schedule.Pct pct) {
            json.writeNumberProperty("depth", pct.depth());
            json.writeNumberProperty("events", pct.events());
            json.writeNumberProperty("window", pct.window());
            json.writeNumberProperty("chains", result.extent().chains());
        }
        json.writeEndObject();
    }

    private void writeSystem(SystemFacts system) {
        json.writeObjectPropertyStart("system");
        json.writeStringProperty("name", system.name());
        texts("nodes", system.nodes());
        texts("clients", system.clients());
        json.writeObjectPropertyStart("options");
        for (Map.Entry<String, String> option : system.options().entrySet()) {
            json.writeStringProperty(option.getKey(), option.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeCheck(CheckVerdict check) {
        json.writeStringProperty("name", check.name());
        json.writeStringProperty("verdict", check.verdict().word());
        json.writeStringProperty("message", check.message());
        number("event", check.event());
        number("at", check.at());
        indices("operations", check.operations());
        if (check.explanation() != null) {
            writeExplanation(check.explanation());
        }
    }

    /** Only where there is one; the fields are those of {@link Explanation}, operations are indices of the history. */
    private void writeExplanation(Explanation explanation) {
        json.writeObjectPropertyStart("explanation");
        json.writeStringProperty("anomaly", explanation.anomaly().code());
        json.writeStringProperty("sentence", explanation.sentence());
        json.writeStringProperty("object", explanation.object());
        indices("operations", explanation.operations());
        indices("pending", explanation.pending());
        json.writeNumberProperty("stuck", explanation.stuck());
        indices("prefix", explanation.prefix());
        json.writeStringProperty("state", explanation.state());
        list("attempts", explanation.attempts(), attempt -> {
            indices("order", attempt.order());
            json.writeStringProperty("state", attempt.state());
            list("refusals", attempt.refusals(), refusal -> {
                json.writeNumberProperty("operation", refusal.operation());
                json.writeStringProperty("why", refusal.why());
            });
        });
        json.writeEndObject();
    }

    private void indices(String name, List<Integer> operations) {
        json.writeArrayPropertyStart(name);
        operations.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private void writeOperations(OperationCounts operations) {
        json.writeObjectPropertyStart("operations");
        json.writeNumberProperty("ok", operations.ok());
        json.writeNumberProperty("fail", operations.fail());
        json.writeNumberProperty("info", operations.info());
        json.writeNumberProperty("open", operations.open());
        json.writeEndObject();
    }

    private void writeLatency(LatencyFigures latency) {
        json.writeStringProperty("f", latency.f());
        json.writeNumberProperty("count", latency.count());
        json.writeNumberProperty("p50", latency.p50());
        json.writeNumberProperty("p90", latency.p90());
        json.writeNumberProperty("p99", latency.p99());
        json.writeNumberProperty("p999", latency.p999());
        json.writeNumberProperty("max", latency.max());
        json.writeNumberProperty("mean", latency.mean());
    }

    private void writeGoal(Goal goal) {
        json.writeStringProperty("name", goal.name());
        json.writeNumberProperty("seen", goal.seen());
    }

    private void writeThreshold(Threshold threshold) {
        json.writeStringProperty("name", threshold.name());
        json.writeStringProperty("limit", threshold.limit());
        json.writeStringProperty("value", threshold.value());
        json.writeBooleanProperty("holds", threshold.holds());
    }

    private void writePlan(ExecutedPlan plan) {
        list("plan", plan.steps(), this::writeStep);
        json.writeStringProperty("planYaml", plan.yaml());
        texts("neverFired", plan.neverFired());
        texts("heldBack", plan.heldBack());
    }

    private void writeStep(Step step) {
        json.writeStringProperty("id", step.id());
        json.writeNumberProperty("at", step.at());
        number("until", step.until());
        json.writeStringProperty("kind", step.kind());
        texts("nodes", step.nodes());
        json.writeStringProperty("what", step.what());
    }

    private void writeReports(NodeReports reports) {
        list("roles", reports.roles(), change -> {
            json.writeNumberProperty("t", change.at());
            json.writeStringProperty("node", change.node());
            json.writeStringProperty("role", change.role());
        });
        list("states", reports.states(), change -> {
            json.writeNumberProperty("t", change.at());
            json.writeStringProperty("node", change.node());
            json.writeStringProperty("name", change.name());
            json.writeNumberProperty("value", change.value());
        });
    }

    private void writeMessages(MessageCounts messages) {
        json.writeStringProperty("type", messages.type());
        json.writeNumberProperty("sent", messages.sent());
        json.writeNumberProperty("delivered", messages.delivered());
        json.writeNumberProperty("lost", messages.lost());
        json.writeNumberProperty("duplicated", messages.duplicated());
    }

    private void writeMetrics(MetricFigures metrics) {
        json.writeObjectPropertyStart("metrics");
        list("counters", metrics.counters(), this::writeCounter);
        list("gauges", metrics.gauges(), this::writeGauge);
        list("histograms", metrics.histograms(), this::writeHistogram);
        json.writeEndObject();
    }

    private void writeCounter(CounterFigure counter) {
        json.writeStringProperty("name", counter.name());
        json.writeStringProperty("label", counter.label());
        json.writeNumberProperty("value", counter.value());
    }

    private void writeGauge(GaugeFigure gauge) {
        json.writeStringProperty("name", gauge.name());
        json.writeStringProperty("label", gauge.label());
        json.writeNumberProperty("last", gauge.last());
        json.writeNumberProperty("max", gauge.max());
        json.writeNumberProperty("mean", gauge.mean());
        json.writeArrayPropertyStart("points");
        for (Point point : gauge.points()) {
            json.writeStartArray();
            json.writeNumber(point.at());
            json.writeNumber(point.value());
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void writeHistogram(HistogramFigure histogram) {
        json.writeStringProperty("name", histogram.name());
        json.writeStringProperty("label", histogram.label());
        json.writeNumberProperty("count", histogram.count());
        json.writeNumberProperty("p50", histogram.p50());
        json.writeNumberProperty("p99", histogram.p99());
        json.writeNumberProperty("max", histogram.max());
    }

    private void writeVersions(String version) {
        json.writeObjectPropertyStart("versions");
        json.writeStringProperty("orrery", version);
        json.writeNumberProperty("result", VERSION);
        json.writeNumberProperty("trace", 1);
        json.writeStringProperty("java", System.getProperty("java.version"));
        json.writeStringProperty("os", System.getProperty("os.name"));
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

    private void number(String name, @Nullable Long value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeNumber(value);
        }
    }

    /** All 16 digits, as {@code 0x000000000000002A}. */
    public static String hexadecimal(long value) {
        return String.format(Locale.ROOT, "0x%016X", value);
    }
}
