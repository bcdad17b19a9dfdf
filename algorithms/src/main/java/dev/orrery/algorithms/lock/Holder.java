package dev.orrery.algorithms.lock;

/** A process that enters critical sections, as a judge sees it. */
public interface Holder {

    /** Whether it holds the lock now, as it would say if it looked at its own clock, also while it is paused. */
    boolean holds();

    /** How often it has entered. */
    long entries();

    /** The fencing token of the last entry, or {@link DistributedLock#NO_FENCE}. */
    long fence();
}
