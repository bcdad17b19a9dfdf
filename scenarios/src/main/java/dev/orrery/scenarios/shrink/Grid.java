package dev.orrery.scenarios.shrink;

import java.util.ArrayList;
import java.util.List;

/** Round lengths of time, in nanoseconds: what people write. */
final class Grid {
    private static final long MS = 1_000_000;
    private static final List<Long> ROUND = List.of(10_000 * MS, 1_000 * MS, 100 * MS, 10 * MS, MS);

    private Grid() {}

    /** 1, 2 and 5 ms, ten times as much, and so on, as far as they are less than this, the least first. */
    static List<Long> below(long nanos) {
        List<Long> grid = new ArrayList<>();
        for (long decade = MS; decade < nanos; decade *= 10) {
            for (long digit : List.of(1L, 2L, 5L)) {
                if (digit * decade < nanos) {
                    grid.add(digit * decade);
                }
            }
        }
        return grid;
    }

    /** Rounder times that are near, the roundest first: less by at most a half, or more by at most a tenth. */
    static List<Long> rounder(long nanos) {
        List<Long> rounder = new ArrayList<>();
        for (long unit : ROUND) {
            if (nanos % unit == 0) {
                break;
            }
            long down = nanos / unit * unit;
            if (down >= nanos / 2) {
                rounder.add(down);
            }
            if (unit <= nanos / 10) {
                rounder.add(down + unit);
            }
        }
        rounder.remove(0L);
        return rounder;
    }

    /** The least length of two digits that is not less than this. */
    static long atLeast(long nanos) {
        long unit = 1;
        while (nanos / unit >= 100) {
            unit *= 10;
        }
        return (nanos + unit - 1) / unit * unit;
    }
}
