package dev.orrery.scenarios.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {
    private Figures() {}

    /** A length of time on this machine's clock, in seconds with two decimals, such as {@code 0.42s}. */
    static String wallTime(long nanos) {
        return String.format(Locale.ROOT, "%.2fs", nanos / 1e9);
    }

    /** A count with its thousands set apart, such as {@code 184,211}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count and the word for what is counted, such as {@code 1 node} and {@code 5 nodes}. */
    static String count(long count, String noun) {
        return count(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** How many times faster than real time, such as {@code 143x}, to two digits below ten. */
    static String speed(long virtualNanos, long wallNanos) {
        double speed = (double) virtualNanos / Math.max(1, wallNanos);
        return speed < 10 ? String.format(Locale.ROOT, "%.1fx", speed) : String.format(Locale.ROOT, "%,.0fx", speed);
    }
}
