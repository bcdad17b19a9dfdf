package dev.orrery.algorithms.lock.check;

import dev.orrery.sim.check.Check;
import java.util.List;

/** The properties of locks that are watched in the nodes. */
public final class LockChecks {
    private static final List<Check> ALL = List.of(
            new Check.OnNodes(
                    "mutual-exclusion",
                    "No two processes hold the lock at once (Dijkstra, Solution of a Problem in Concurrent Programming"
                            + " Control, 1965), judged at the holders: one holds it from the moment it is told until it lets"
                            + " go or its lease is over by its own clock. A violation means that two critical sections went"
                            + " on at the same time.",
                    MutualExclusion::new),
            new Check.OnNodes(
                    "mutual-exclusion-at-resource",
                    "What the lock guards takes no write over something that its writer has not seen (Kleppmann, How to do"
                            + " distributed locking, 2016). A violation is a lost update: somebody wrote after its lock had"
                            + " gone to another one, however sure it was, and no fencing stopped it.",
                    MutualExclusionAtResource::new),
            new Check.OnNodes(
                    "fencing-monotonic",
                    "Each entry into the critical section has a greater fencing token than all before it (Kleppmann 2016)."
                            + " A violation means that a resource which compares tokens would take the wrong one's write."
                            + " A lock that gives out no tokens is not judged.",
                    FencingMonotonic::new));

    private LockChecks() {}

    /** All of them. */
    public static List<Check> all() {
        return ALL;
    }
}
