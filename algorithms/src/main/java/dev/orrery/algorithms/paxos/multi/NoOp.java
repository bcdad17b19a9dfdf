package dev.orrery.algorithms.paxos.multi;

/** A command that leaves the state unchanged, for an instance at which nobody may have proposed anything (§3). */
public enum NoOp {
    /** The only one. */
    NO_OP
}
