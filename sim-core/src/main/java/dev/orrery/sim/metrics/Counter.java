package dev.orrery.sim.metrics;

/** A number that only grows. */
public final class Counter {
    private long value;

    /** One more. */
    public void increment() {
        value++;
    }

    /**
     * Some more.
     *
     * @param amount at least 0
     */
    public void add(long amount) {
        if (amount < 0) {
            throw new IllegalArgumentException("a counter only grows, not by " + amount);
        }
        value += amount;
    }

    /** The count so far. */
    public long value() {
        return value;
    }
}
