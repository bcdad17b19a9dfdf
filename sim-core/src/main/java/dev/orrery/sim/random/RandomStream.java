package dev.orrery.sim.random;

import java.util.List;

/** A SplitMix64 stream: a cursor that can be set on any key, and draws from there. */
public final class RandomStream {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;
    private long draws;

    /** A stream that begins at {@code key}; as a raw number, the key is SplitMix64's own seed. */
    public RandomStream(long key) {
        state = key;
    }

    /** Begins anew at {@code key}. The count of {@link #draws} goes on. */
    public void seek(long key) {
        state = key;
    }

    /** 64 random bits. */
    public long next() {
        draws++;
        state += GOLDEN_GAMMA;
        return Mix.mix64(state);
    }

    /**
     * A number from 0 to {@code bound - 1}, each as likely as the others.
     *
     * @param bound at least 1
     */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a bound is at least 1, not " + bound);
        }
        // Lemire, Fast Random Integer Generation in an Interval (TOMACS 2019): the high word of draw × bound, drawn
        // again in the rare case in which the low word shows that this value would come up too often.
        long draw = next();
        long low = draw * bound;
        if (Long.compareUnsigned(low, bound) < 0) {
            long excess = Long.remainderUnsigned(-bound, bound);
            while (Long.compareUnsigned(low, excess) < 0) {
                draw = next();
                low = draw * bound;
            }
        }
        return highWord(draw, bound);
    }

    /** As {@link #below(long)}, for array indices. */
    public int below(int bound) {
        return (int) below((long) bound);
    }

    /**
     * A number between two ends, both included.
     *
     * @param min not above {@code max}; the range may be all of {@code long}
     */
    public long between(long min, long max) {
        if (min > max) {
            throw new IllegalArgumentException("an empty range: " + min + ".." + max);
        }
        long span = max - min + 1;
        if (span > 0) {
            return min + below(span);
        }
        // The range has more than 2^63 values (0 stands for all 2^64): at least every second draw falls into it.
        long draw = next();
        while (span != 0 && Long.compareUnsigned(draw, span) >= 0) {
            draw = next();
        }
        return min + draw;
    }

    /** True with the given probability; always takes one draw. */
    public boolean chance(Probability probability) {
        return probability.test(next());
    }

    /** One of the items, each as likely as the others. */
    public <T> T pick(List<T> items) {
        return items.get(below(items.size()));
    }

    /** Puts the items in random order, each order as likely as the others (Fisher and Yates). */
    public <T> void shuffle(List<T> items) {
        for (int i = items.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T item = items.get(i);
            items.set(i, items.get(j));
            items.set(j, item);
        }
    }

    /** How many 64-bit draws this stream has given. */
    public long draws() {
        return draws;
    }

    /** The upper 64 bits of an unsigned draw times a bound that is not negative. */
    private static long highWord(long draw, long bound) {
        return Math.multiplyHigh(draw, bound) + ((draw >> 63) & bound);
    }
}
