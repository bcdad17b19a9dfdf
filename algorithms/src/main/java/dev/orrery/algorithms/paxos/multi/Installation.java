package dev.orrery.algorithms.paxos.multi;

/** What the operator of a cluster knows of one replica: whether its disk was set up. It outlives the replica's crashes. */
public interface Installation {
    /** Whether the disk was set up before: if it is blank nevertheless, it was lost. */
    boolean isDone();

    /** The disk is set up from now on. */
    void done();
}
