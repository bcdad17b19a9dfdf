package dev.orrery.scenarios.bench;

import dev.orrery.scenarios.explore.Extent;
import dev.orrery.scenarios.explore.ScenarioModel;
import dev.orrery.sim.explore.Bounds;
import dev.orrery.sim.explore.Model;
import dev.orrery.sim.explore.Search;
import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.Map;

/**
 * Searches of all orders of a small Paxos: two proposers and three acceptors that choose a value, without crashes, and with
 * one. What is counted are states.
 */
final class ExploreContests {
    private static final String SYNOD = """
        name: synod
        system: {name: paxos-synod, nodes: 5, options: {proposers: 2}}
        duration: 1s
        workload: {name: consensus, clients: 2, rate: 5/s}
        """;

    private ExploreContests() {}

    static List<Contest> all() {
        return List.of(
                new Contest("explore paxos", Scale.STATES_A_SECOND, () -> search(0), BareSearch::new),
                new Contest("explore paxos with a crash", Scale.STATES_A_SECOND, () -> search(1), BareSearch::new));
    }

    private static Workpiece search(int crashes) {
        Model model = ScenarioModel.of(SweepContests.subject(SYNOD).scenario(), new Seed(1), Extent.DEFAULT);
        Bounds bounds = new Bounds(Integer.MAX_VALUE, crashes, 0, 0, 1, Map.of(), 10_000_000);
        return states -> {
            long done = 0;
            while (done < states) {
                long left = states - done;
                done += new Search(model, bounds, Search.Order.BREADTH_FIRST)
                        .run((met, steps, depth) -> met < left)
                        .states();
            }
            return done;
        };
    }
}
