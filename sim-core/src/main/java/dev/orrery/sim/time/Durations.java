package dev.orrery.sim.time;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations in words: a number and a unit of {@code ns us ms s m h}, as {@code 250us}, {@code 1.5s} or {@code 2h}.
 *
 * <p>What {@link #format} writes, {@link #parse} reads back as the same number of nanoseconds.
 */
public final class Durations {
    private static final Pattern WORDS = Pattern.compile("(-?)([0-9]+(?:\\.[0-9]+)?)(.*)", Pattern.DOTALL);
    private static final int LONGEST = 40;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @param text a decimal number that is not negative, directly followed by its unit
     * @return nanoseconds, at least 0
     * @throws IllegalArgumentException if the text is no number with a known unit, is negative, is above 2<sup>63</sup>
     *     - 1 ns (292 years), or is no whole number of nanoseconds; the message says which
     */
    public static long parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a duration of " + text.length() + " characters: at most " + LONGEST);
        }
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            throw bad(text, "is not a duration: write a number and a unit, as 10ms");
        }
        if (!words.group(1).isEmpty()) {
            throw bad(text, "is negative: a duration is at least 0");
        }
        Unit unit = unit(text, words.group(3));
        BigDecimal nanos = new BigDecimal(words.group(2)).multiply(BigDecimal.valueOf(unit.nanos));
        if (nanos.compareTo(MOST) > 0) {
            throw bad(text, "is too long: at most " + format(Long.MAX_VALUE) + ", 292 years");
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            throw bad(text, "is finer than 1ns: a duration is a whole number of nanoseconds");
        }
        return nanos.longValueExact();
    }

    /**
     * Writes a duration exactly: in hours or minutes if they come out whole, else in the largest of {@code s ms us ns}
     * that it reaches, with as many decimals as it needs.
     *
     * @param nanos any number of nanoseconds; one below 0 is written with a minus sign
     */
    public static String format(long nanos) {
        if (nanos == 0) {
            return "0s";
        }
        BigDecimal length = BigDecimal.valueOf(nanos);
        Unit unit = fitting(length.abs());
        return length.divide(BigDecimal.valueOf(unit.nanos))
                        .stripTrailingZeros()
                        .toPlainString()
                + unit.word;
    }

    /** Writes a duration for people to read, to three digits, such as {@code 1.02s}; below a microsecond exactly. */
    public static String brief(long nanos) {
        return format(BigDecimal.valueOf(nanos).round(THREE_DIGITS).longValue());
    }

    private static Unit unit(String text, String word) {
        if (word.isEmpty()) {
            throw bad(text, "has no unit: one of ns us ms s m h, as " + text + "ms");
        }
        for (Unit unit : Unit.values()) {
            if (unit.word.equals(word)) {
                return unit;
            }
        }
        throw bad(text, "has the unknown unit '" + word + "': one of ns us ms s m h");
    }

    /** The unit to write a length above 0 in. A third of a minute has no end in decimals, hence the whole ones only. */
    private static Unit fitting(BigDecimal nanos) {
        for (Unit unit : Unit.values()) {
            BigDecimal one = BigDecimal.valueOf(unit.nanos);
            if (unit.wholeOnly ? nanos.remainder(one).signum() == 0 : nanos.compareTo(one) >= 0) {
                return unit;
            }
        }
        throw new IllegalArgumentException("a length of " + nanos + "ns");
    }

    private static IllegalArgumentException bad(String text, String reason) {
        return new IllegalArgumentException("'" + text + "' " + reason);
    }

    /** Longest first. */
    private enum Unit {
        HOUR("h", 3_600_000_000_000L, true),
        MINUTE("m", 60_000_000_000L, true),
        SECOND("s", 1_000_000_000, false),
        MILLISECOND("ms", 1_000_000, false),
        MICROSECOND("us", 1_000, false),
        NANOSECOND("ns", 1, false);

        private final String word;
        private final long nanos;
        private final boolean wholeOnly;

        Unit(String word, long nanos, boolean wholeOnly) {
            this.word = word;
            this.nanos = nanos;
            this.wholeOnly = wholeOnly;
        }
    }
}
