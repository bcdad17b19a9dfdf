package dev.orrery.scenarios;

/**
 * How far the clocks of servers and clients are off from the beginning on. Each node's own skew and drift are drawn, each
 * value between the bounds as likely as the others.
 *
 * @param skew how far a time of day is ahead or behind at most, in nanoseconds, at least 0
 * @param driftPpm how many microseconds a clock gains or loses each second at most, from 0 to 500,000
 */
public record ClockSpec(long skew, long driftPpm) {
    /** Clocks that are true. */
    public static final ClockSpec TRUE = new ClockSpec(0, 0);
}
