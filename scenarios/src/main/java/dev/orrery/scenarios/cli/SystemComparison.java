package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.result.LatencyFigures;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.Durations;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs of one scenario with one seed on several systems, side by side. */
final class SystemComparison {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> HEAD = List.of(
            "system", "verdict", "ok", "failed", "unknown", "unavailable", "p50", "p99", "p99.9", "messages/op");

    private SystemComparison() {}

    /** A table, a line for each system. */
    static List<String> table(List<SystemFigures> all) {
        return TextTable.of(HEAD, all.stream().map(SystemComparison::row).toList(), 2);
    }

    private static List<String> row(SystemFigures each) {
        LatencyFigures latency = each.latency();
        return List.of(
                each.system(),
                verdict(each),
                Figures.count(each.operations().ok()),
                Figures.count(each.operations().fail()),
                Figures.count(each.operations().info() + each.operations().open()),
                Durations.brief(each.unavailable()),
                latency == null ? "-" : Durations.brief(latency.p50()),
                latency == null ? "-" : Durations.brief(latency.p99()),
                latency == null ? "-" : Durations.brief(latency.p999()),
                each.messagesPerCommit());
    }

    private static String verdict(SystemFigures each) {
        return each.verdict().name().toLowerCase(Locale.ROOT);
    }

    /** One JSON document. */
    static void write(String scenario, Seed seed, List<SystemFigures> all, PrintWriter out) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", "orrery-comparison").put("v", 1);
        json.put("scenario", scenario).put("seed", seed.toString());
        ArrayNode runs = json.putArray("runs");
        for (SystemFigures each : all) {
            ObjectNode run = runs.addObject();
            run.put("system", each.system()).put("verdict", verdict(each));
            run.put("ok", each.operations().ok()).put("fail", each.operations().fail());
            run.put("unknown", each.operations().info() + each.operations().open());
            run.put("unavailableNanos", each.unavailable());
            LatencyFigures latency = each.latency();
            if (latency != null) {
                run.putObject("latencyNanos")
                        .put("p50", latency.p50())
                        .put("p99", latency.p99())
                        .put("p999", latency.p999());
            }
            run.put("messages", each.messages()).put("messagesPerCommit", each.messagesPerCommit());
        }
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }
}
