package dev.orrery.sim.network;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;

/**
 * How every link behaves when no fault is active.
 *
 * @param latency of one message, in nanoseconds
 * @param loss how likely a message is lost
 * @param duplicate how likely a message arrives twice, the second time with a latency of its own
 */
public record NetworkConfig(Distribution latency, Probability loss, Probability duplicate) {
    /** A reliable network with a constant latency of 1 ms. */
    public static final NetworkConfig DEFAULT =
            new NetworkConfig(Distribution.constant(1_000_000), Probability.NEVER, Probability.NEVER);
}
