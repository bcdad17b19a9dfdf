package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.statemachine.Replica;
import org.jspecify.annotations.Nullable;

/** A server as invariants look at it. */
public interface MultiPaxosState extends Replica {
    /** Whether it promises and accepts; one that has lost its disk only learns. */
    boolean isAcceptor();

    /** The highest number that it has promised as an acceptor, or null if none; not yet durable perhaps. */
    @Nullable
    Ballot promised();

    /** The number under which it leads, or null if it does not. */
    @Nullable
    Ballot leads();

    /** What it has accepted and learned; not yet durable perhaps. */
    InstanceView instances();

    /** What it has let others know, and what it was asked for, in this life. */
    Journal journal();

    /** How many acceptors each phase takes. */
    Quorums quorums();

    @Override
    default long currentTerm() {
        Ballot promised = promised();
        return promised == null ? 0 : promised.round();
    }

    @Override
    default long lastIndex() {
        return instances().lastInstance();
    }

    @Override
    default long commitIndex() {
        return instances().chosenThrough();
    }
}
