package dev.orrery.reports.figure;

import dev.orrery.reports.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Lengths of time from below to above, each power of ten as high as the other.
 *
 * @param low the power of ten at the bottom, in nanoseconds
 * @param high the power of ten at the top
 */
record LengthScale(int low, int high, double bottom, double top) {

    /** A place on the axis and what is written there. */
    record Tick(double y, String label) {}

    /** The scale that holds both lengths, at least one power of ten high; nanoseconds from 0 on. */
    static LengthScale over(long shortest, long longest, double bottom, double top) {
        int low = (int) StrictMath.floor(StrictMath.log10((double) Math.max(1, shortest)));
        int high = (int) StrictMath.ceil(StrictMath.log10((double) Math.max(1, longest)));
        return new LengthScale(low, Math.max(low + 1, high), bottom, top);
    }

    double y(long nanos) {
        double power = StrictMath.log10((double) Math.max(1, nanos));
        double part = Math.max(0, Math.min(1, (power - low) / (high - low)));
        return bottom + (top - bottom) * part;
    }

    List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (int power = low; power <= high; power++) {
            long nanos = (long) StrictMath.pow(10, power);
            ticks.add(new Tick(y(nanos), Words.length(nanos)));
        }
        return ticks;
    }
}
