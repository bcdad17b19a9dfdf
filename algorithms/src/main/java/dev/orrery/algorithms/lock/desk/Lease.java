package dev.orrery.algorithms.lock.desk;

/**
 * How long a lock outlives its holder's last sign of life.
 *
 * @param nanos the lease, more than 0
 * @param driftPpm how much two clocks may drift apart, in millionths; from 0 to 500,000
 */
public record Lease(long nanos, long driftPpm) {
    private static final long MILLION = 1_000_000;
    private static final int PULSES = 3;

    /** How long a client may rely on it after it has sent a sign of life. */
    public long validity() {
        return nanos - nanos / MILLION * driftPpm;
    }

    /** How often a client gives a sign of life. */
    long pulse() {
        return Math.max(1, nanos / PULSES);
    }
}
