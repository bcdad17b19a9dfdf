package dev.orrery.sim.clock;

import dev.orrery.sim.node.Clock;
import java.util.function.LongSupplier;

/** One node's clocks: a constant drift on both, and an offset that may jump on the time of day. */
public final class DriftingClock implements Clock {
    private static final long MILLION = 1_000_000;

    private final LongSupplier virtualTime;
    private final long driftPpm;
    private long offset;

    /**
     * A clock.
     *
     * @param virtualTime the true time in nanoseconds
     * @param offsetNanos how far the time of day is ahead of the true time at 0; negative is behind
     * @param driftPpm how many microseconds it gains each second, between -500,000 and 500,000
     */
    public DriftingClock(LongSupplier virtualTime, long offsetNanos, long driftPpm) {
        if (Math.abs(driftPpm) > MILLION / 2) {
            throw new IllegalArgumentException("a clock drifts at most 500000 ppm, not " + driftPpm);
        }
        this.virtualTime = virtualTime;
        this.offset = offsetNanos;
        this.driftPpm = driftPpm;
    }

    @Override
    public long monotonic() {
        long elapsed = virtualTime.getAsLong();
        return elapsed + share(elapsed, driftPpm, MILLION);
    }

    @Override
    public long wall() {
        return monotonic() + offset;
    }

    /** Sets the time of day forward, or back for a negative step. The monotonic clock and the timers do not see it. */
    public void jump(long stepNanos) {
        offset += stepNanos;
    }

    /**
     * How long this clock takes, in true time, to count {@code localNanos}: timers run on the node's own clock.
     *
     * @param localNanos at least 0
     */
    public long trueDelay(long localNanos) {
        return localNanos - share(localNanos, driftPpm, MILLION + driftPpm);
    }

    /** {@code nanos * part / whole} without overflow for any run shorter than 290 years. */
    private static long share(long nanos, long part, long whole) {
        return nanos / whole * part + nanos % whole * part / whole;
    }
}
