package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A part of a sweep as a text in JSON, from which it can go on and with which others can be merged. The same part has the
 * same text.
 */
public final class PartFile {
    /** What the document calls its form. */
    public static final String FORMAT = "orrery-sweep-part";

    private static final int VERSION = 1;
    private static final int DIGITS = 16;

    private PartFile() {}

    /** Writes a part. */
    public static String text(Part part) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("format", FORMAT).put("v", VERSION);
        write(part.plan(), json.putObject("plan"));
        json.put("done", part.done()).put("ending", part.ending().text());
        write(part.tally(), json.putObject("tally"));
        return json + "\n";
    }

    private static void write(SweepPlan plan, ObjectNode json) {
        json.put("scenario", plan.scenario());
        json.put("sha256", plan.sha256());
        json.put("version", plan.version());
        json.put("expect", plan.expect());
        ArrayNode goals = json.putArray("goals");
        plan.goals().forEach(goals::add);
        json.put("seeds", plan.seeds().toString());
        json.put("part", plan.part()).put("of", plan.of());
    }

    private static void write(Tally tally, ObjectNode json) {
        Tally.Sums sums = tally.sums();
        OperationCounts operations = sums.operations();
        json.put("passed", sums.passed()).put("shown", sums.shown());
        json.put("events", sums.events()).put("virtualNanos", sums.virtualNanos());
        json.put("ok", operations.ok()).put("fail", operations.fail());
        json.put("info", operations.info()).put("open", operations.open());
        ObjectNode goals = json.putObject("goals");
        tally.goals.forEach(
                (name, goal) -> goals.putObject(name).put("times", goal.times()).put("runs", goal.runs()));
        write(tally.failures, json.putObject("failures"));
        write(tally.doubts, json.putObject("doubts"));
        ArrayNode faults = json.putArray("faults");
        for (FaultTable.Row row : tally.faults.rows()) {
            faults.addArray()
                    .add(row.kind())
                    .add(row.other())
                    .add(row.times())
                    .add(row.runs())
                    .add(row.failed());
        }
        write(tally.situations, json.putObject("situations"));
    }

    private static void write(Groups groups, ObjectNode json) {
        json.put("others", groups.others());
        ArrayNode list = json.putArray("groups");
        for (Group group : groups.list()) {
            ObjectNode each = list.addObject();
            each.put("check", group.signature().check());
            each.put("shape", group.signature().shape());
            each.put("count", group.count());
            ArrayNode seeds = each.putArray("seeds");
            group.seeds().forEach(seed -> seeds.add(new Seed(seed).brief()));
            each.put("message", group.message());
            each.put("shortest", new Seed(group.shortest()).brief()).put("events", group.events());
        }
    }

    private static void write(Situations situations, ObjectNode json) {
        StringBuilder several = new StringBuilder();
        StringBuilder one = new StringBuilder();
        for (long number : situations.numbers()) {
            long seed = situations.seed(number);
            if (seed == Situations.SEVERAL) {
                several.append(digits(number));
            } else {
                one.append(digits(number)).append(digits(seed));
            }
        }
        json.put("several", several.toString()).put("one", one.toString());
    }

    private static String digits(long number) {
        return new Seed(number).toString().substring(2);
    }

    /**
     * Reads a part.
     *
     * @throws IllegalArgumentException if the text is none, or of another version; the message says so
     */
    public static Part read(String text) {
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (!FORMAT.equals(json.path("format").asString(""))) {
                throw new IllegalArgumentException("it is no part of a sweep");
            }
            if (json.path("v").asInt(0) != VERSION) {
                throw new IllegalArgumentException("it is of another version: " + json.path("v"));
            }
            SweepPlan plan = plan(json.required("plan"));
            Tally tally = tally(json.required("tally"), plan);
            Ending ending = Ending.of(json.required("ending").asString());
            return new Part(plan, json.required("done").asLong(), tally, ending);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("it is no part of a sweep: " + broken.getOriginalMessage(), broken);
        }
    }

    private static SweepPlan plan(JsonNode json) {
        List<String> goals = new ArrayList<>();
        json.required("goals").forEach(goal -> goals.add(goal.asString()));
        return new SweepPlan(
                json.required("scenario").asString(),
                json.required("sha256").asString(),
                json.required("version").asString(),
                json.required("expect").asString(),
                goals,
                SeedRange.parse(json.required("seeds").asString()),
                json.required("part").asInt(),
                json.required("of").asInt());
    }

    private static Tally tally(JsonNode json, SweepPlan plan) {
        Tally tally = new Tally(plan.goals());
        tally.add(new Tally.Sums(
                json.required("passed").asLong(),
                json.required("shown").asLong(),
                json.required("events").asLong(),
                json.required("virtualNanos").asLong(),
                new OperationCounts(
                        json.required("ok").asLong(),
                        json.required("fail").asLong(),
                        json.required("info").asLong(),
                        json.required("open").asLong())));
        for (String goal : plan.goals()) {
            JsonNode seen = json.required("goals").required(goal);
            tally.add(
                    goal,
                    new Tally.Goal(
                            seen.required("times").asLong(),
                            seen.required("runs").asLong()));
        }
        read(json.required("failures"), tally.failures);
        read(json.required("doubts"), tally.doubts);
        for (JsonNode row : json.required("faults")) {
            tally.faults.add(new FaultTable.Row(
                    row.required(0).asString(),
                    row.required(1).asString(),
                    row.required(2).asLong(),
                    row.required(3).asLong(),
                    row.required(4).asLong()));
        }
        read(json.required("situations"), tally.situations);
        return tally;
    }

    private static void read(JsonNode json, Groups groups) {
        groups.addOthers(json.required("others").asLong());
        for (JsonNode each : json.required("groups")) {
            List<Long> seeds = new ArrayList<>();
            each.required("seeds").forEach(seed -> seeds.add(seed(seed)));
            groups.add(new Group(
                    new Signature(
                            each.required("check").asString(),
                            each.required("shape").asString()),
                    each.required("count").asLong(),
                    seeds,
                    each.required("message").asString(),
                    seed(each.required("shortest")),
                    each.required("events").asLong()));
        }
    }

    private static long seed(JsonNode text) {
        return Seed.parse(text.asString()).value();
    }

    private static void read(JsonNode json, Situations situations) {
        String several = json.required("several").asString();
        for (int at = 0; at + DIGITS <= several.length(); at += DIGITS) {
            situations.add(number(several, at), Situations.SEVERAL);
        }
        String one = json.required("one").asString();
        for (int at = 0; at + 2 * DIGITS <= one.length(); at += 2 * DIGITS) {
            situations.add(number(one, at), number(one, at + DIGITS));
        }
    }

    private static long number(String digits, int at) {
        return Long.parseUnsignedLong(digits, at, at + DIGITS, DIGITS);
    }
}
