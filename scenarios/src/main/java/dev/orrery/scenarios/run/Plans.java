package dev.orrery.scenarios.run;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.result.ExecutedPlan;
import dev.orrery.scenarios.result.ExecutedPlan.Step;
import dev.orrery.sim.fault.ExecutedFault;
import dev.orrery.sim.fault.FaultInjector;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Seed;
import java.util.List;
import java.util.Optional;

/** Says what was really done to a run. */
final class Plans {
    private static final String SUFFIX = "-plan";

    private Plans() {}

    /** What an injector has done, and what it could not do. */
    static ExecutedPlan of(FaultInjector faults) {
        List<Step> steps = faults.executed().stream().map(Plans::step).toList();
        return new ExecutedPlan(
                steps, ScenarioWriter.faults(faults.executedPlan()), faults.neverFired(), faults.heldBack());
    }

    private static Step step(ExecutedFault fault) {
        return new Step(
                fault.id(),
                fault.at(),
                fault.until() == ExecutedFault.NEVER ? null : fault.until(),
                fault.planned().fault().kind(),
                fault.nodes().stream().map(NodeId::name).toList(),
                fault.what());
    }

    /** The same scenario with what was really done in place of what was planned, and with the seed that it was done under. */
    static Scenario executed(Scenario scenario, Seed seed, FaultPlan plan) {
        return new Scenario(
                scenario.name() + SUFFIX,
                scenario.description(),
                scenario.system(),
                Optional.of(seed),
                scenario.duration(),
                scenario.schedule(),
                scenario.network(),
                scenario.clock(),
                scenario.disk(),
                scenario.workload(),
                plan,
                scenario.checks(),
                scenario.goals(),
                scenario.thresholds(),
                scenario.expectedFailure());
    }
}
