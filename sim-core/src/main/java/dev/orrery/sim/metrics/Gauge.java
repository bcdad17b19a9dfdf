package dev.orrery.sim.metrics;

import java.util.Arrays;

/**
 * A number that changes over virtual time, with its highest value and its mean over time.
 *
 * <p>The series keeps at most {@value #CAPACITY} points: when it is full every second point is dropped, and from then on
 * only half as many changes are kept. The highest value and the mean are exact all the same.
 */
public final class Gauge {
    /** The most points that a series keeps. */
    public static final int CAPACITY = 1024;

    private long[] times = {};
    private long[] values = {};
    private int points;
    private int stride = 1;
    private int skipped;

    private long value;
    private long since;
    private long highest;
    private double area;

    /**
     * Takes a new value.
     *
     * @param at virtual time in nanoseconds, not before the last change
     */
    public void set(long value, long at) {
        area += (double) this.value * (at - since);
        this.value = value;
        since = at;
        highest = Math.max(highest, value);
        if (++skipped >= stride) {
            skipped = 0;
            keep(at);
        }
    }

    private void keep(long at) {
        if (points == CAPACITY) {
            for (int i = 0; i < CAPACITY / 2; i++) {
                times[i] = times[2 * i];
                values[i] = values[2 * i];
            }
            points = CAPACITY / 2;
            stride *= 2;
        } else if (points == times.length) {
            int length = Math.min(CAPACITY, Math.max(8, 2 * points));
            times = Arrays.copyOf(times, length);
            values = Arrays.copyOf(values, length);
        }
        times[points] = at;
        values[points++] = value;
    }

    /** The value now. */
    public long value() {
        return value;
    }

    /** The highest value so far, at least 0. */
    public long highest() {
        return highest;
    }

    /**
     * The mean over virtual time from 0 to {@code at}; a report's figure, which decides nothing.
     *
     * @param at nanoseconds, not before the last change
     */
    public double mean(long at) {
        return at == 0 ? value : (area + (double) value * (at - since)) / at;
    }

    /** How many points the series keeps. */
    public int points() {
        return points;
    }

    /** The virtual time of a kept point, in nanoseconds. */
    public long timeOf(int point) {
        return times[point];
    }

    /** The value from a kept point on. */
    public long valueOf(int point) {
        return values[point];
    }
}
