package dev.orrery.sim.workload;

import dev.orrery.sim.time.Durations;

/**
 * How often something is done, as {@code 200/s} or {@code 30/m}.
 *
 * @param count how many times, at least 1
 * @param per in how many nanoseconds, at least 1
 */
public record Rate(long count, long per) {

    /** Checks both numbers. */
    public Rate {
        if (count < 1 || per < 1) {
            throw new IllegalArgumentException("a rate of " + count + " in " + Durations.format(per) + " is none");
        }
    }

    /**
     * Reads a rate: a whole number, a slash and a unit of {@code ns us ms s m h}.
     *
     * @throws IllegalArgumentException if the text is none, or the number is 0 or has more than 9 digits
     */
    public static Rate parse(String text) {
        int slash = text.indexOf('/');
        String count = slash < 0 ? "" : text.substring(0, slash);
        String unit = text.substring(slash + 1);
        if (!count.matches("[0-9]{1,9}") || !unit.matches("[a-z]+")) {
            throw new IllegalArgumentException("'" + text + "' is no rate: write a number and a unit, as 200/s");
        }
        if (Long.parseLong(count) == 0) {
            throw new IllegalArgumentException("'" + text + "' is never: a rate is more than 0");
        }
        return new Rate(Long.parseLong(count), Durations.parse("1" + unit));
    }

    /** The mean time from one to the next, in nanoseconds, at least 1. */
    public long gap() {
        return Math.max(1, per / count);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return count + "/" + Durations.format(per).substring(1);
    }
}
