package dev.orrery.sim.random;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A quantile function as a table, fine where it matters: towards both tails the cells shrink with the distance to the
 * edge.
 *
 * <p>A draw's distance to the nearer edge, 0 to 2<sup>63</sup> - 1, is cut as HdrHistogram cuts values: the leading zeros
 * choose the octave, the next six bits one of its 64 cells, and the bits that remain interpolate linearly in the cell.
 * Distances below 64 have an entry each. So the one-in-a-billion tail is as precise as the middle, in 59 KiB.
 *
 * <p>Between entries a quantile function Q is off by at most h² Q″ / 8 with cells of width h = p / 64 or less at distance
 * p. For the logarithm, which rules the tails here, p² Q″ is 1: an error of at most 1 / 32768.
 */
final class QuantileTable {
    /** Tables that are scaled when sampled hold 1 as 2<sup>57</sup>: they reach from -64 to 64. */
    static final int UNIT_BITS = 57;

    private static final int CELL_BITS = 6;
    private static final int CELLS = 1 << CELL_BITS;
    /** Distances have 63 bits: the first 64 singly, then an octave for each of the bits 6 to 62, then the median. */
    private static final int MEDIAN = CELLS * (63 - CELL_BITS + 1);

    /** Where the upper half begins. */
    private static final int UPPER = MEDIAN + 1;

    /**
     * First the values by distance to the lower edge, never falling, then those by distance to the upper edge, never
     * rising. They share an array, since which half a draw falls into is not to be predicted by a branch.
     */
    private final long[] values = new long[2 * UPPER];

    /**
     * Tabulates a quantile function, given by its two halves so that neither loses precision near its edge. Values are
     * rounded, and at most 2<sup>63</sup> - 1.
     *
     * @param lowerHalf the value that a share p of all values lies below, p in (0, 0.5], never falling
     * @param upperHalf the value that a share p of all values lies above, p in (0, 0.5], never rising
     */
    QuantileTable(DoubleUnaryOperator lowerHalf, DoubleUnaryOperator upperHalf) {
        for (int entry = 0; entry <= MEDIAN; entry++) {
            int mirrored = UPPER + entry;
            values[entry] = rounded(lowerHalf.applyAsDouble(share(entry)));
            values[mirrored] = rounded(upperHalf.applyAsDouble(share(entry)));
            if (entry > 0 && (values[entry] < values[entry - 1] || values[mirrored] > values[mirrored - 1])) {
                throw new IllegalArgumentException("not a quantile function at a share of " + share(entry));
            }
        }
        if (values[MEDIAN] > values[UPPER + MEDIAN]) {
            throw new IllegalArgumentException("not a quantile function at its median");
        }
    }

    /** The value at a place given as an unsigned 64-bit number; a greater one never gives a smaller value. */
    long at(long draw) {
        long side = draw >> 63;
        return at(draw ^ side, (int) side & UPPER);
    }

    /** The mean of the values, to the nearest whole number and at most 2<sup>63</sup> - 1. */
    long mean() {
        return rounded(mean(value -> (double) value));
    }

    /** The mean of a shape laid over the table's values, cell by cell with the trapezium rule. */
    double mean(LongToDoubleFunction shape) {
        double sum = 0;
        for (int entry = 0; entry < MEDIAN; entry++) {
            double width = share(entry + 1) - share(entry);
            double ends = shape.applyAsDouble(values[entry])
                    + shape.applyAsDouble(values[entry + 1])
                    + shape.applyAsDouble(values[UPPER + entry])
                    + shape.applyAsDouble(values[UPPER + entry + 1]);
            sum += width * ends / 2;
        }
        return sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QuantileTable table && Arrays.equals(values, table.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    private long at(long distance, int half) {
        if (distance < CELLS) {
            return values[half + (int) distance];
        }
        int zeros = Long.numberOfLeadingZeros(distance);
        // The octave's bit and the cell's six bits on top, and below them the place in the cell, in parts of 2^63.
        long aligned = distance << zeros;
        int cell = (int) (aligned >>> (63 - CELL_BITS)) - CELLS;
        long place = (aligned << (CELL_BITS + 1)) >>> 1;
        int entry = half + CELLS * (63 - CELL_BITS + 1 - zeros) + cell;
        long here = values[entry];
        return here + FixedPoint.scale(values[entry + 1] - here, place, 63);
    }

    /** The share of all values beyond an entry's distance, taken at the middle of that distance's draw. */
    private static double share(int entry) {
        int octave = Math.max(entry / CELLS - 1, 0);
        int cells = entry - octave * CELLS;
        return StrictMath.scalb((double) cells, octave - 64) + StrictMath.scalb(1.0, -65);
    }

    private static long rounded(double value) {
        return (long) StrictMath.rint(value);
    }
}
