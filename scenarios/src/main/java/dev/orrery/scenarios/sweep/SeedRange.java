package dev.orrery.scenarios.sweep;

import dev.orrery.sim.random.Seed;

/**
 * Seeds that follow each other, compared as unsigned numbers.
 *
 * @param first the smallest
 * @param last the greatest, which belongs to them
 */
public record SeedRange(long first, long last) {
    private static final String BETWEEN = "..";

    /** Checks the order. */
    public SeedRange {
        if (Long.compareUnsigned(first, last) > 0) {
            throw new IllegalArgumentException("seeds go up: " + text(first) + " comes after " + text(last));
        }
        if (last - first + 1 <= 0) {
            throw new IllegalArgumentException(text(first) + BETWEEN + text(last) + " is more than a sweep can count");
        }
    }

    /**
     * Reads seeds as people write them: a count, as {@code 10000} for the seeds from 0 to 9999, or the first and the last
     * with two dots between, as {@code 0x0..0xFFFF}.
     *
     * @throws IllegalArgumentException if the text is neither; the message says why
     */
    public static SeedRange parse(String text) {
        int between = text.indexOf(BETWEEN);
        if (between >= 0) {
            long first = Seed.parse(text.substring(0, between)).value();
            return new SeedRange(
                    first,
                    Seed.parse(text.substring(between + BETWEEN.length())).value());
        }
        if (!text.matches("[0-9][0-9_]*")) {
            throw new IllegalArgumentException(
                    "'" + text + "' says no seeds: write how many, as 10000, or from where to where, as 0x0..0xFFFF");
        }
        long count = Seed.parse(text).value();
        if (count == 0) {
            throw new IllegalArgumentException("a sweep has at least 1 seed");
        }
        return new SeedRange(0, count - 1);
    }

    /** How many they are, at least 1. */
    public long count() {
        return last - first + 1;
    }

    /**
     * One of so many parts that differ by at most one seed; together, in their order, they are the whole.
     *
     * @param part which, from 1
     * @param of how many there are, at most as many as seeds
     */
    public SeedRange part(int part, int of) {
        if (part < 1 || part > of || of > count()) {
            throw new IllegalArgumentException("no part " + part + "/" + of + " of " + count() + " seeds");
        }
        return new SeedRange(first + before(part - 1, of), first + before(part, of) - 1);
    }

    private long before(int parts, int of) {
        long each = count() / of;
        return each * parts + Math.min(parts, count() % of);
    }

    /** As {@code 0x0..0x270F}. */
    @Override
    public String toString() {
        return text(first) + BETWEEN + text(last);
    }

    private static String text(long seed) {
        return new Seed(seed).brief();
    }
}
