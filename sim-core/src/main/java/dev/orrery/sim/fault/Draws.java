package dev.orrery.sim.fault;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.DurationRange;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is left to chance of planned faults. A draw is keyed by what the fault is, at whom it aims and when, by the
 * how-manieth time it happens, and by what is drawn: never by what else is planned.
 */
final class Draws {
    private final long key;
    private final Map<Long, Integer> alike = new TreeMap<>();

    Draws(Seed seed) {
        key = seed.key("faults");
    }

    /** What a draw decides. The numbers are part of what a seed means. */
    enum Choice {
        TARGET(1),
        LENGTH(2),
        SHAPE(3),
        PERIOD(4),
        AFTER(5),
        RESTART(6),
        ORDER(7);

        private final int number;

        Choice(int number) {
            this.number = number;
        }

        /** The key of this choice for one occurrence of a fault. */
        long of(long occurrence) {
            return Mix.combine(occurrence, number);
        }

        /** A time from a range. */
        long from(DurationRange range, long occurrence) {
            return Distribution.uniform(range.min(), range.max()).sample(of(occurrence));
        }
    }

    /** The key of a planned fault; of two that are alike, the later one has a key of its own. */
    long key(PlannedFault planned) {
        Fault fault = planned.fault();
        long words = Mix.hash(fault.kind() + " at " + fault.target() + ", " + planned.timing());
        int before = alike.merge(words, 1, Integer::sum) - 1;
        return Mix.combine(Mix.combine(key, words), before);
    }

    /** The key of a fault's n-th happening, from 0. */
    static long occurrence(long planned, long n) {
        return Mix.combine(planned, n);
    }
}
