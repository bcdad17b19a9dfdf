package dev.orrery.algorithms.paxos;

import org.jspecify.annotations.Nullable;

/** What others may look at in a process of the Synod. */
public interface PaxosState {
    /** What it has promised and accepted as an acceptor, as far as somebody knows; null if it is none or is recovering. */
    @Nullable
    AcceptorState acceptor();

    /** The value that it wants to be chosen, as a proposer; null if none. */
    @Nullable
    Object proposing();

    /** The value that it has learned; null if it knows of none. */
    @Nullable
    Object learned();
}
