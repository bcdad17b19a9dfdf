package dev.orrery.sim.clock;

import dev.orrery.sim.node.Clock;
import java.util.function.LongSupplier;

/** One node's clocks: a drift on both, which may change, and an offset that may jump on the time of day. */
public final class DriftingClock implements Clock {
    private static final long MILLION = 1_000_000;
    private static final long MOST_PPM = MILLION / 2;

    private final LongSupplier virtualTime;
    private long offset;
    private long driftPpm;

    /** When the drift last changed, in true time and as this clock had it. */
    private long changedAt;

    private long localAtChange;

    /**
     * A clock.
     *
     * @param virtualTime the true time in nanoseconds
     * @param offsetNanos how far the time of day is ahead of the true time at 0; negative is behind
     * @param driftPpm how many microseconds it gains each second, between -500,000 and 500,000
     */
    public DriftingClock(LongSupplier virtualTime, long offsetNanos, long driftPpm) {
        if (Math.abs(driftPpm) > MOST_PPM) {
            throw new IllegalArgumentException("a clock drifts at most 500000 ppm, not " + driftPpm);
        }
        this.virtualTime = virtualTime;
        this.offset = offsetNanos;
        this.driftPpm = driftPpm;
    }

    @Override
    public long monotonic() {
        return localAtChange + localDelay(virtualTime.getAsLong() - changedAt);
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
     * Makes both clocks gain more from now on, or less for a negative change. What they have gained before stays. Changes add
     * up; beyond 500,000 ppm either way the clock drifts as much as that.
     */
    public void drift(long morePpm) {
        localAtChange = monotonic();
        changedAt = virtualTime.getAsLong();
        driftPpm += morePpm;
    }

    /**
     * How long this clock takes, in true time, to count {@code localNanos}: timers run on the node's own clock.
     *
     * @param localNanos at least 0
     */
    public long trueDelay(long localNanos) {
        return localNanos - share(localNanos, pace(), MILLION + pace());
    }

    /**
     * How much this clock counts in a stretch of true time.
     *
     * @param trueNanos at least 0
     */
    public long localDelay(long trueNanos) {
        return trueNanos + share(trueNanos, pace(), MILLION);
    }

    private long pace() {
        return Math.max(-MOST_PPM, Math.min(MOST_PPM, driftPpm));
    }

    /** {@code nanos * part / whole} without overflow for any run shorter than 290 years. */
    private static long share(long nanos, long part, long whole) {
        if (part == 0) {
            return 0;
        }
        return nanos / whole * part + nanos % whole * part / whole;
    }
}
