package dev.orrery.sim.random;

import java.util.Locale;

/**
 * The root of a run's randomness.
 *
 * @param value all 64 bits count; as a number it is unsigned
 */
public record Seed(long value) {
    /**
     * Reads a seed as people write it: decimal or {@code 0x} hexadecimal, underscores between digits allowed.
     *
     * @throws IllegalArgumentException if the text is no such number or needs more than 64 bits; the message says which
     */
    public static Seed parse(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT);
        boolean hex = digits.startsWith("0x");
        if (hex) {
            digits = digits.substring(2);
        }
        if (!digits.matches(hex ? "[0-9a-f]+(_+[0-9a-f]+)*" : "[0-9]+(_+[0-9]+)*")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no seed: write a number from 0 to 18446744073709551615, or 0x and 16 digits");
        }
        try {
            return new Seed(Long.parseUnsignedLong(digits.replace("_", ""), hex ? 16 : 10));
        } catch (NumberFormatException tooLong) {
            throw new IllegalArgumentException("seed '" + text + "' needs more than 64 bits", tooLong);
        }
    }

    /** The key of a named stream; streams of different names share nothing. */
    public long key(String stream) {
        return Mix.combine(Mix.mix64(value), Mix.hash(stream));
    }

    /** As short as it goes, such as {@code 0x2A}. */
    public String brief() {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT);
    }

    /** All 16 digits, such as {@code 0x000000000000002A}. */
    @Override
    public String toString() {
        String digits = Long.toHexString(value).toUpperCase(Locale.ROOT);
        return "0x" + "0".repeat(16 - digits.length()) + digits;
    }
}
