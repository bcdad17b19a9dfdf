package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Process;

/** An invariant of Multi-Paxos servers; clients and whatever else runs beside them are none of its business. */
interface MultiPaxosInvariant extends Invariant {

    @Override
    default boolean concerns(Process process) {
        return process instanceof MultiPaxosState;
    }
}
