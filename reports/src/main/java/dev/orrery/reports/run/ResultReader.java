package dev.orrery.reports.run;

import dev.orrery.reports.run.Result.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** Reads {@code result.json}. What the format gains later is left aside; another version of the format is refused. */
final class ResultReader {
    private static final String FORMAT = "orrery-result";
    private static final long VERSION = 1;

    private ResultReader() {}

    /**
     * Reads the whole document.
     *
     * @throws RunFolderException if it is no JSON, another document, of another version, or lacks something; the message
     *     does not name the file
     */
    static Result read(String text) throws RunFolderException {
        if (!(json(text) instanceof Map<?, ?> document) || !FORMAT.equals(document.get("format"))) {
            throw new RunFolderException("it is not the result of a run: its format is not " + FORMAT);
        }
        Fields result = Fields.of("", document);
        long version = result.number("v");
        if (version != VERSION) {
            throw new RunFolderException("it has version " + version + ", and this orrery reads version " + VERSION
                    + ": use the orrery that wrote it, or run the scenario again");
        }
        return result(result);
    }

    private static @Nullable Object json(String text) throws RunFolderException {
        try {
            return JsonReader.read(text);
        } catch (JacksonException e) {
            TokenStreamLocation place = e.getLocation();
            String where = place == null ? "" : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
            throw new RunFolderException("it is cut off or no JSON" + where + ": " + e.getOriginalMessage(), e);
        }
    }

    private static Result result(Fields fields) throws RunFolderException {
        return new Result(
                fields.text("orrery"),
                fields.text("scenario"),
                fields.text("description", ""),
                fields.text("scenarioSha256", ""),
                fields.text("seed"),
                verdict(fields),
                fields.text("expect", "pass"),
                fields.flag("expected"),
                fields.flag("interrupted"),
                fields.text("digest"),
                fields.number("events"),
                fields.number("virtualNanos"),
                fields.number("wallNanos", 0),
                cluster(fields.object("system")),
                fields.list("checks", ResultReader::check),
                operations(fields.object("operations")),
                fields.list("latency", ResultReader::latency),
                fields.list("goals", goal -> new Result.Goal(goal.text("name"), goal.number("seen"))),
                fields.list("thresholds", ResultReader::threshold),
                fields.list("plan", ResultReader::fault),
                fields.text("planYaml", ""),
                fields.texts("neverFired"),
                fields.texts("heldBack"),
                fields.list("roles", role -> new Result.Role(role.number("t"), role.text("node"), role.text("role"))),
                fields.list("states", ResultReader::state),
                fields.list("messages", ResultReader::messages),
                metrics(fields),
                fields.words("versions"),
                fields.texts("notices"),
                fields.text("reproduce"));
    }

    private static Verdict verdict(Fields fields) throws RunFolderException {
        String verdict = fields.text("verdict");
        return switch (verdict) {
            case "pass" -> Verdict.PASS;
            case "fail" -> Verdict.FAIL;
            case "inconclusive" -> Verdict.INCONCLUSIVE;
            default -> throw new RunFolderException("it has the unknown verdict '" + verdict + "'");
        };
    }

    private static Result.Cluster cluster(Fields fields) throws RunFolderException {
        return new Result.Cluster(
                fields.text("name"), fields.texts("nodes"), fields.texts("clients"), fields.words("options"));
    }

    private static Result.Check check(Fields fields) throws RunFolderException {
        return new Result.Check(
                fields.text("name"),
                verdict(fields),
                fields.text("message", ""),
                fields.optionalNumber("event"),
                fields.optionalNumber("at"),
                fields.indices("operations"));
    }

    private static Result.Operations operations(Fields fields) throws RunFolderException {
        return new Result.Operations(
                fields.number("ok"), fields.number("fail"), fields.number("info"), fields.number("open"));
    }

    private static Result.Latency latency(Fields fields) throws RunFolderException {
        return new Result.Latency(
                fields.text("f"),
                fields.number("count"),
                fields.number("p50"),
                fields.number("p90"),
                fields.number("p99"),
                fields.number("p999"),
                fields.number("max"),
                fields.fraction("mean"));
    }

    private static Result.Threshold threshold(Fields fields) throws RunFolderException {
        return new Result.Threshold(
                fields.text("name"), fields.text("limit"), fields.text("value"), fields.flag("holds"));
    }

    private static Result.Fault fault(Fields fields) throws RunFolderException {
        return new Result.Fault(
                fields.text("id"),
                fields.number("at"),
                fields.optionalNumber("until"),
                fields.text("kind"),
                fields.texts("nodes"),
                fields.text("what", ""));
    }

    private static Result.State state(Fields fields) throws RunFolderException {
        return new Result.State(fields.number("t"), fields.text("node"), fields.text("name"), fields.number("value"));
    }

    private static Result.Messages messages(Fields fields) throws RunFolderException {
        return new Result.Messages(
                fields.text("type"),
                fields.number("sent"),
                fields.number("delivered"),
                fields.number("lost"),
                fields.number("duplicated"));
    }

    private static Result.Metrics metrics(Fields fields) throws RunFolderException {
        if (!fields.has("metrics")) {
            return new Result.Metrics(List.of(), List.of(), List.of());
        }
        Fields metrics = fields.object("metrics");
        return new Result.Metrics(
                metrics.list(
                        "counters",
                        counter -> new Result.Counter(
                                counter.text("name"), counter.text("label", ""), counter.number("value"))),
                metrics.list("gauges", ResultReader::gauge),
                metrics.list("histograms", ResultReader::histogram));
    }

    private static Result.Gauge gauge(Fields fields) throws RunFolderException {
        return new Result.Gauge(
                fields.text("name"),
                fields.text("label", ""),
                fields.number("last"),
                fields.number("max"),
                fields.fraction("mean"),
                fields.points("points"));
    }

    private static Result.Histogram histogram(Fields fields) throws RunFolderException {
        return new Result.Histogram(
                fields.text("name"),
                fields.text("label", ""),
                fields.number("count"),
                fields.number("p50"),
                fields.number("p99"),
                fields.number("max"));
    }
}
