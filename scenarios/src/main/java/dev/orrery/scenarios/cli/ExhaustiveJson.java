package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.explore.Bounds;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.explore.Exploration;
import dev.orrery.sim.explore.Step;
import dev.orrery.sim.random.Seed;
import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a search found, for programs. */
final class ExhaustiveJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ExhaustiveJson() {}

    static void write(
            Subject subject,
            Seed seed,
            Bounds bounds,
            Exploration found,
            long nanos,
            String reproduce,
            PrintWriter out) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", "orrery-exploration").put("v", 1);
        json.put("scenario", subject.scenario().name()).put("scenarioSha256", subject.sha256());
        json.put("seed", seed.toString());
        json.put("ending", found.ending().name().toLowerCase(Locale.ROOT));
        json.put("states", found.states()).put("steps", found.steps()).put("depth", found.depth());
        json.put("nodeStates", found.nodeStates()).put("messages", found.messages());
        json.put("symmetries", found.symmetries()).put("beyond", found.beyond());
        json.put("omission", found.omission()).put("wallNanos", nanos);
        ObjectNode within = json.putObject("bounds");
        if (bounds.depth() < Integer.MAX_VALUE) {
            within.put("depth", bounds.depth());
        }
        within.put("crashes", bounds.crashes()).put("timers", bounds.timers());
        within.put("drops", bounds.drops())
                .put("duplicates", bounds.duplicates())
                .put("states", bounds.most());
        ObjectNode highest = within.putObject("highest");
        bounds.states().forEach(highest::put);
        found.watched().forEach(json.putArray("watched")::add);
        found.glanced().forEach(json.putArray("glanced")::add);
        Counterexample counterexample = found.counterexample();
        if (counterexample != null) {
            ObjectNode way = json.putObject("counterexample");
            way.put("check", counterexample.invariant()).put("message", counterexample.message());
            ArrayNode steps = way.putArray("way");
            counterexample.way().stream().map(Step::text).forEach(steps::add);
        }
        json.put("reproduce", reproduce);
        out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }
}
