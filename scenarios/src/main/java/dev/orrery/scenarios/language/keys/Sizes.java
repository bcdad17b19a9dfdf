package dev.orrery.scenarios.language.keys;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers of bytes in words: a whole number and a unit, as {@code 64KiB}. */
final class Sizes {
    private static final Pattern WORDS = Pattern.compile("([0-9]{1,18})([A-Za-z]*)");
    private static final String PER_SECOND = "/s";

    /** The largest first, and of two that divide a number the power of two first. */
    private static final Map<String, Long> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("TiB", 1L << 40);
        UNITS.put("TB", 1_000_000_000_000L);
        UNITS.put("GiB", 1L << 30);
        UNITS.put("GB", 1_000_000_000L);
        UNITS.put("MiB", 1L << 20);
        UNITS.put("MB", 1_000_000L);
        UNITS.put("KiB", 1L << 10);
        UNITS.put("kB", 1_000L);
        UNITS.put("B", 1L);
    }

    private Sizes() {}

    /**
     * Reads a size.
     *
     * @throws IllegalArgumentException if it is none, or above 2<sup>63</sup> - 1; the message says which
     */
    static long parse(String text) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no size: write a number and a unit, as 64KiB");
        }
        Long unit = UNITS.get(words.group(2));
        if (unit == null) {
            String wrong = words.group(2).isEmpty() ? "has no unit" : "has the unknown unit '" + words.group(2) + "'";
            throw new IllegalArgumentException("'" + text + "' " + wrong + ": one of B KiB MiB GiB TiB kB MB GB TB");
        }
        BigInteger bytes = new BigInteger(words.group(1)).multiply(BigInteger.valueOf(unit));
        if (bytes.bitLength() > 63) {
            throw new IllegalArgumentException("'" + text + "' is more than 2^63 - 1 bytes");
        }
        return bytes.longValueExact();
    }

    /** Reads a size each second, at least 1 byte and at most 1 TiB. */
    static long parsePerSecond(String text) {
        if (!text.endsWith(PER_SECOND)) {
            throw new IllegalArgumentException("'" + text + "' does not say how often: write, for example, 1MiB/s");
        }
        long bytes = parse(text.substring(0, text.length() - PER_SECOND.length()));
        if (bytes < 1 || bytes > 1L << 40) {
            throw new IllegalArgumentException("'" + text + "' is out of its range: from 1B/s to 1TiB/s");
        }
        return bytes;
    }

    /** Writes a size in the largest unit in which it is whole. */
    static String format(long bytes) {
        for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
            if (bytes != 0 && bytes % unit.getValue() == 0) {
                return bytes / unit.getValue() + unit.getKey();
            }
        }
        return bytes + "B";
    }
}
