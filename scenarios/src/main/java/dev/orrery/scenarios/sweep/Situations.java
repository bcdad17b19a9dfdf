package dev.orrery.scenarios.sweep;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Which situations the runs of a sweep came through, and whether one run or several: of at most {@value #MOST} situations,
 * those of the smallest numbers, which are a fair sample since the numbers are hashes. So the memory it takes does not grow
 * with the sweep, and what is kept does not depend on the order in which runs are added or tallies merged.
 */
final class Situations {
    /** The most situations that are kept. */
    static final int MOST = 1 << 16;

    /** Stands for several runs in place of the seed of one. The seed of this value is taken for several runs. */
    static final long SEVERAL = -1;

    /** By number, the seed of the only run that came through it, or {@link #SEVERAL}. */
    private final Map<Long, Long> seen = new HashMap<>();

    /** No number above it, unsigned, is among the smallest any more. */
    private long bound = -1;

    /** Adds what one run came through, each situation once. */
    void add(long seed, long[] situations) {
        for (long situation : situations) {
            add(situation, seed);
        }
    }

    /** Adds a situation that a seed's run, or several, came through. */
    void add(long situation, long seed) {
        if (Long.compareUnsigned(situation, bound) <= 0) {
            Long other = seen.putIfAbsent(situation, seed);
            if (other != null && other != SEVERAL) {
                seen.put(situation, SEVERAL);
            } else if (seen.size() >= 2 * MOST) {
                shrink();
            }
        }
    }

    /** Adds what the runs of other seeds came through. */
    void add(Situations others) {
        others.seen.forEach(this::add);
    }

    private void shrink() {
        if (seen.size() > MOST) {
            bound = sorted()[MOST - 1];
            seen.keySet().removeIf(situation -> Long.compareUnsigned(situation, bound) > 0);
        }
    }

    /** The numbers of the situations, ascending as unsigned ones, at most {@link #MOST}. */
    long[] numbers() {
        shrink();
        return sorted();
    }

    private long[] sorted() {
        long[] flipped = seen.keySet().stream()
                .mapToLong(situation -> situation ^ Long.MIN_VALUE)
                .sorted()
                .toArray();
        return LongStream.of(flipped).map(number -> number ^ Long.MIN_VALUE).toArray();
    }

    /** The seed of the only run that came through a situation, or {@link #SEVERAL}. */
    long seed(long situation) {
        return seen.getOrDefault(situation, SEVERAL);
    }

    /** How many situations were seen, of those that are kept. */
    int size() {
        return numbers().length;
    }

    /** Whether there were more than are kept. */
    boolean isSample() {
        return numbers().length == MOST;
    }

    /** How many situations only one run came through. */
    long once() {
        return Arrays.stream(numbers())
                .filter(number -> seed(number) != SEVERAL)
                .count();
    }

    /**
     * How many runs came through a situation that no other run came through: each of them, had it been the last, would have
     * shown something new.
     */
    long runsWithTheirOwn() {
        Set<Long> owners = new HashSet<>();
        for (long number : numbers()) {
            if (seed(number) != SEVERAL) {
                owners.add(seed(number));
            }
        }
        return owners.size();
    }
}
