package dev.orrery.sim.random;

import org.jspecify.annotations.Nullable;

/**
 * Ranks whose weights fall as a power of the rank, from a table of cumulated weights: exact for every key, unlike the
 * approximation of Gray et al., <i>Quickly Generating Billion-Record Synthetic Databases</i> (SIGMOD 1994), which needs a
 * power for each draw.
 */
final class ZipfianKeys implements KeyDistribution {
    private static final double EXPONENT = 0.99;

    /** For each key but the last, where the next one begins, in parts of 2^63. */
    private final long[] ends;

    private ZipfianKeys(long[] ends) {
        this.ends = ends;
    }

    static ZipfianKeys of(int count) {
        Parameters.atLeast(1, "a count of keys", count);
        Parameters.inOrder("a count of keys", count, "the most that are ranked", MOST_RANKED_KEYS);
        double[] sums = new double[count];
        double sum = 0;
        for (int key = 0; key < count; key++) {
            sum += StrictMath.pow(key + 1.0, -EXPONENT);
            sums[key] = sum;
        }
        long[] ends = new long[count - 1];
        for (int key = 0; key < ends.length; key++) {
            ends[key] = (long) StrictMath.scalb(sums[key] / sum, 63);
        }
        return new ZipfianKeys(ends);
    }

    @Override
    public int sample(long draw) {
        long place = draw >>> 1;
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place < ends[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public int count() {
        return ends.length + 1;
    }

    /** The count alone makes the table. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZipfianKeys keys && count() == keys.count();
    }

    @Override
    public int hashCode() {
        return count();
    }

    @Override
    public String toString() {
        return "zipfian over " + count() + " keys";
    }
}
