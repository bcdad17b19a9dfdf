package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.shrink.Shrunk;
import dev.orrery.scenarios.shrink.Size;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.Durations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What shrinking came to: a table from before to after. */
final class ShrinkSummary {
    private final Shrunk shrunk;
    private final Path file;
    private final Marks marks;

    ShrinkSummary(Shrunk shrunk, Path file, Marks marks) {
        this.shrunk = shrunk;
        this.file = file;
        this.marks = marks;
    }

    private record Row(String what, String before, String after) {}

    /** For people. */
    List<String> lines(String scenario, Seed seed, boolean quiet) {
        List<String> lines = new ArrayList<>();
        if (!quiet) {
            lines.add(marks.strong(scenario) + "  seed " + seed.brief()
                    + (seed.equals(shrunk.seed()) ? "" : ", smaller under another seed"));
            lines.add("  " + marks.fail() + " " + shrunk.signature());
            lines.addAll(table());
        }
        lines.add(marks.good("SHRUNK") + "  " + Figures.count(shrunk.before().decisions(), "decision") + " to "
                + Figures.count(shrunk.after().decisions()) + ", in " + Figures.count(shrunk.runs(), "run")
                + (shrunk.atFixedPoint() ? "" : "; the budget was spent before nothing more could be left out"));
        if (!quiet) {
            lines.add("  scenario   " + file);
            lines.add("  reproduce  " + Reproduction.typed("run", file.toString()));
        }
        return lines;
    }

    private List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "  %-20s %14s    %-14s", "", "before", "after")
                .stripTrailing());
        for (Row row : rows()) {
            String line = String.format(Locale.ROOT, "  %-20s %14s    %-14s", row.what(), row.before(), row.after());
            lines.add(row.before().equals(row.after()) ? marks.faint(line.stripTrailing()) : line.stripTrailing());
        }
        return lines;
    }

    private List<Row> rows() {
        Size before = shrunk.before();
        Size after = shrunk.after();
        return List.of(
                new Row("virtual time", Durations.brief(before.duration()), Durations.brief(after.duration())),
                row("events", before.events(), after.events()),
                row("servers", before.servers(), after.servers()),
                row("clients", before.clients(), after.clients()),
                row("operations", before.operations(), after.operations()),
                row("keys", before.keys(), after.keys()),
                row("faults", before.faults(), after.faults()),
                new Row("time under faults", Durations.brief(before.faulty()), Durations.brief(after.faulty())),
                row("messages by chance", before.drawn(), after.drawn()),
                row("messages named", before.deliveries(), after.deliveries()),
                row("options chosen", before.options(), after.options()));
    }

    private static Row row(String what, long before, long after) {
        return new Row(what, Figures.count(before), Figures.count(after));
    }

    /** For programs. */
    void writeJson(String scenario, PrintWriter out) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "orrery-shrunk");
        json.put("v", 1);
        json.put("scenario", scenario);
        json.put("seed", shrunk.seed().toString());
        json.put("check", shrunk.signature().check());
        json.put("signature", shrunk.signature().shape());
        json.put("before", json(shrunk.before()));
        json.put("after", json(shrunk.after()));
        json.put("runs", shrunk.runs());
        json.put("atFixedPoint", shrunk.atFixedPoint());
        List<Object> steps = new ArrayList<>();
        shrunk.steps().forEach(step -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dimension", step.dimension());
            entry.put("runs", step.runs());
            steps.add(entry);
        });
        json.put("steps", steps);
        json.put("digest", ResultJson.hexadecimal(shrunk.run().result().extent().digest()));
        json.put("file", file.toString());
        json.put("yaml", shrunk.subject().text());
        out.println(JsonMapper.shared().writeValueAsString(json));
    }

    private static Map<String, Object> json(Size size) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("virtualNanos", size.duration());
        json.put("events", size.events());
        json.put("servers", size.servers());
        json.put("clients", size.clients());
        json.put("operations", size.operations());
        json.put("keys", size.keys());
        json.put("faults", size.faults());
        json.put("faultNanos", size.faulty());
        json.put("messagesByChance", size.drawn());
        json.put("messagesNamed", size.deliveries());
        json.put("options", size.options());
        json.put("decisions", size.decisions());
        return json;
    }
}
