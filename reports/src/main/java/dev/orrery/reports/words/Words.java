package dev.orrery.reports.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers and times as people read them, the same on every machine. */
public final class Words {
    /** Between groups of three digits, and between a number and its unit: narrow, and never at a line's end. */
    private static final char NARROW_SPACE = '\u202F';

    private static final long MICROSECOND = 1_000;
    private static final long MILLISECOND = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

    private Words() {}

    /** A count, with its digits in groups of three. */
    public static String count(long count) {
        String digits = Long.toString(count);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            boolean grouped = i > 0 && (digits.length() - i) % 3 == 0 && digits.charAt(i - 1) != '-';
            text.append(grouped ? Character.toString(NARROW_SPACE) : "").append(digits.charAt(i));
        }
        return text.toString();
    }

    /** A count of things: {@code 1 node}, {@code 5 nodes}. */
    public static String count(long count, String thing) {
        return count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /**
     * A length of time, rounded to three digits.
     *
     * @param nanos at least 0
     */
    public static String length(long nanos) {
        if (nanos >= 2 * MINUTE) {
            long seconds = (nanos + SECOND / 2) / SECOND;
            String rest = seconds % 60 == 0 ? "" : " " + seconds % 60 + NARROW_SPACE + "s";
            return count(seconds / 60) + NARROW_SPACE + "min" + rest;
        }
        if (nanos >= SECOND) {
            return rounded(nanos, SECOND) + NARROW_SPACE + "s";
        }
        if (nanos >= MILLISECOND) {
            return rounded(nanos, MILLISECOND) + NARROW_SPACE + "ms";
        }
        if (nanos >= MICROSECOND) {
            return rounded(nanos, MICROSECOND) + NARROW_SPACE + "µs";
        }
        return nanos == 0 ? "0" : nanos + (NARROW_SPACE + "ns");
    }

    /**
     * A moment of virtual time, to the millisecond.
     *
     * @param nanos at least 0
     */
    public static String moment(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(3, RoundingMode.HALF_UP).toPlainString() + NARROW_SPACE + "s";
    }

    /** A number with at most three decimals. */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** How many of a whole, in percent with one decimal; all of it and nothing of it only where that is exact. */
    public static String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        String percent;
        if (part == 0 || part == whole) {
            percent = part == 0 ? "0" : "100";
        } else {
            BigDecimal exact =
                    BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
            percent =
                    exact.max(new BigDecimal("0.1")).min(new BigDecimal("99.9")).toPlainString();
        }
        return percent + NARROW_SPACE + "%";
    }

    private static String rounded(long nanos, long unit) {
        BigDecimal value = BigDecimal.valueOf(nanos).divide(BigDecimal.valueOf(unit), THREE_DIGITS);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
