package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.fault.PlannedFault;
import java.util.List;

/** Leaves out faults. */
final class FewerFaults implements Reduction {
    @Override
    public String dimension() {
        return "faults";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        List<PlannedFault> least =
                Subsets.least(scenario.faults().faults(), faults -> oracle.fails(with(scenario, faults)));
        return with(scenario, least);
    }

    private static Scenario with(Scenario scenario, List<PlannedFault> faults) {
        return Draft.of(scenario).faults(faults).scenario();
    }
}
