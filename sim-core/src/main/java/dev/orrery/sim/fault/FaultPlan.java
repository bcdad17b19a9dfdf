package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that will go wrong in a run.
 *
 * @param faults planned one by one
 * @param nemesis adds random ones, or null
 * @param heal ends them, or null: they go on to the end
 */
public record FaultPlan(
        List<PlannedFault> faults,
        @Nullable Nemesis nemesis,
        @Nullable Heal heal) {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(List.of(), null, null);

    /** Checks that nothing is planned for after the heal. */
    public FaultPlan {
        faults = List.copyOf(faults);
        for (PlannedFault planned : faults) {
            require(
                    heal == null || !(planned.timing() instanceof Timing.At at) || at.time() <= heal.at(),
                    "a " + planned.fault().kind() + " is planned for a time after the heal");
        }
    }
}
