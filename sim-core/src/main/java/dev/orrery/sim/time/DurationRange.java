package dev.orrery.sim.time;

/**
 * A length of time that is drawn between two ends, both included, as {@code 150ms..300ms}.
 *
 * @param min nanoseconds, at least 0
 * @param max nanoseconds, at least {@code min}
 */
public record DurationRange(long min, long max) {
    private static final String DOTS = "..";

    /** Checks the order of the ends. */
    public DurationRange {
        if (min < 0 || min > max) {
            throw new IllegalArgumentException("'" + Durations.format(min) + DOTS + Durations.format(max)
                    + "' is no range: the first end comes first");
        }
    }

    /**
     * Reads a range, or a single duration as the range that holds only it.
     *
     * @throws IllegalArgumentException if an end is no duration or the second is shorter than the first; the message says
     *     which
     */
    public static DurationRange parse(String text) {
        int dots = text.indexOf(DOTS);
        if (dots < 0) {
            long only = Durations.parse(text);
            return new DurationRange(only, only);
        }
        long min = Durations.parse(text.substring(0, dots));
        long max = Durations.parse(text.substring(dots + DOTS.length()));
        if (min > max) {
            throw new IllegalArgumentException("'" + text + "' is no range: its second end is shorter than its first");
        }
        return new DurationRange(min, max);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return min == max ? Durations.format(min) : Durations.format(min) + DOTS + Durations.format(max);
    }
}
