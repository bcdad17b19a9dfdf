package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Process;

/** An invariant of Raft servers; clients and whatever else runs beside them are none of its business. */
interface RaftInvariant extends Invariant {

    @Override
    default boolean concerns(Process process) {
        return process instanceof RaftState;
    }
}
