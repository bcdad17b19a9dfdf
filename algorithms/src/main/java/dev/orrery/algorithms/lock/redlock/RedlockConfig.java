package dev.orrery.algorithms.lock.redlock;

import dev.orrery.sim.time.DurationRange;

/**
 * What all clients of a Redlock agree upon. Times are nanoseconds.
 *
 * @param ttl how long a key lives
 * @param quorum how many stores a client needs
 * @param storeTimeout how long a client waits for a store, small beside the ttl
 * @param retryDelay how long a client waits before it tries again, drawn anew each time
 * @param prolongs whether a holder asks for more time when half of it is over
 */
record RedlockConfig(long ttl, int quorum, long storeTimeout, DurationRange retryDelay, boolean prolongs) {
    private static final long DRIFT_PART = 100;
    private static final long DRIFT_ROUNDING = 2_000_000;

    /** How much a holder takes off for clocks that drift apart: a hundredth of the ttl and 2 ms, as the clients have it. */
    long drift() {
        return ttl / DRIFT_PART + DRIFT_ROUNDING;
    }
}
