package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.workload.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Leaves out operations. */
final class FewerOperations implements Reduction {
    @Override
    public String dimension() {
        return "operations";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        List<Turn> turns = scenario.workload().only();
        if (turns.isEmpty()) {
            turns = asked(oracle.show(scenario).history().operations());
            if (turns.isEmpty() || !oracle.fails(with(scenario, turns))) {
                return scenario;
            }
        }
        List<Turn> least = Subsets.least(turns, only -> !only.isEmpty() && oracle.fails(with(scenario, only)));
        return with(scenario, least);
    }

    private static Scenario with(Scenario scenario, List<Turn> only) {
        return Draft.of(scenario).only(only).scenario();
    }

    /** Where all are asked for, the how-manieth of its client an operation is in the history is its name. */
    private static List<Turn> asked(List<Operation> operations) {
        Map<String, Long> counts = new TreeMap<>();
        List<Turn> turns = new ArrayList<>();
        for (Operation operation : operations) {
            long number = counts.merge(operation.client(), 1L, Long::sum);
            turns.add(new Turn(operation.client(), number));
        }
        return turns;
    }
}
