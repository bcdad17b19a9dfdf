package dev.orrery.reports.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Virtual time along a picture.
 *
 * @param start nanoseconds at the left edge
 * @param end nanoseconds at the right edge, at least {@code start}
 * @param left where the picture begins
 * @param right where it ends
 */
record TimeScale(long start, long end, double left, double right) {
    private static final long SECOND = 1_000_000_000;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        20,
        50,
        100,
        200,
        500,
        1_000,
        2_000,
        5_000,
        10_000,
        20_000,
        50_000,
        100_000,
        200_000,
        500_000,
        1_000_000,
        2_000_000,
        5_000_000,
        10_000_000,
        20_000_000,
        50_000_000,
        100_000_000,
        200_000_000,
        500_000_000,
        SECOND,
        2 * SECOND,
        5 * SECOND,
        10 * SECOND,
        30 * SECOND,
        60 * SECOND,
        120 * SECOND,
        300 * SECOND,
        600 * SECOND,
        1800 * SECOND,
        3600 * SECOND,
        7200 * SECOND,
        21_600 * SECOND,
        86_400 * SECOND,
    };

    /** The room that a label needs. */
    private static final double LABEL = 64;

    /** A place on the axis and what is written there. */
    record Tick(double x, String label) {}

    /** Where a moment is; one outside is at the nearer edge. */
    double x(long at) {
        long inside = Math.max(start, Math.min(at, end));
        return end == start ? left : left + (right - left) * (inside - start) / (end - start);
    }

    /** Whether some of this time is to be seen. */
    boolean shows(long from, long until) {
        return from <= end && until >= start;
    }

    List<Tick> ticks() {
        long step = step();
        List<Tick> ticks = new ArrayList<>();
        for (long at = (start + step - 1) / step * step; at <= end; at += step) {
            ticks.add(new Tick(x(at), label(at, step)));
        }
        return ticks;
    }

    private long step() {
        double most = Math.max(1, (right - left) / LABEL);
        for (long step : STEPS) {
            if (end - start <= most * step) {
                return step;
            }
        }
        return Math.max(1, (end - start) / 10);
    }

    private static String label(long at, long step) {
        if (at == 0) {
            return "0";
        }
        if (step >= 3600 * SECOND) {
            return at / (3600 * SECOND) + " h";
        }
        if (step >= 60 * SECOND) {
            return at / (60 * SECOND) + " min";
        }
        if (at >= SECOND) {
            return decimal(at, 9) + " s";
        }
        if (at >= 1_000_000) {
            return decimal(at, 6) + " ms";
        }
        return at >= 1_000 ? decimal(at, 3) + " µs" : at + " ns";
    }

    private static String decimal(long nanos, int decimals) {
        return BigDecimal.valueOf(nanos, decimals).stripTrailingZeros().toPlainString();
    }
}
