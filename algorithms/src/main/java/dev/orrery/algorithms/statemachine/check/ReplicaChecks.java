package dev.orrery.algorithms.statemachine.check;

import dev.orrery.sim.check.Check;
import java.util.List;

/** The properties of a replicated state machine as scenarios name them. */
public final class ReplicaChecks {
    private ReplicaChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return List.of(new Check.OnNodes(
                "applied-monotonic",
                "While a replica is up, the index of what it has applied to its state machine never goes back, and never lies"
                        + " beyond what it knows to be decided.",
                AppliedMonotonic::new));
    }
}
