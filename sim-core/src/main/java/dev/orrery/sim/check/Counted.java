package dev.orrery.sim.check;

import java.util.Locale;

/** How many there are of something, in words for evidence and messages. */
public final class Counted {

    private Counted() {}

    /** Such as {@code 1 term} and {@code 1,204 terms}. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** Such as {@code 1 entry} and {@code 24,028 entries}. */
    public static String of(long count, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
    }

    /** Such as {@code 0 times}, {@code once} and {@code 18 times}. */
    public static String times(long count) {
        return count == 1 ? "once" : of(count, "time");
    }
}
