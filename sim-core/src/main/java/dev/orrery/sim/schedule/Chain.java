package dev.orrery.sim.schedule;

/** A chain of events of which each was caused by the one before, or by something its node did after it. */
final class Chain {
    /** The higher, the sooner; below 0 after a change of priority. */
    private long priority;

    Chain(long priority) {
        this.priority = priority;
    }

    long priority() {
        return priority;
    }

    void lowerTo(long lower) {
        priority = lower;
    }
}
