package dev.orrery.sim.fault;

import dev.orrery.sim.fault.Nemesis.Profile;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The kinds of faults that a nemesis may choose of, and how often it chooses each. */
final class Mixture {
    private static final int MOST_DOUBLINGS = 4;

    private final List<Malice> kinds;
    private final long[] weights;

    private Mixture(List<Malice> kinds, long[] weights) {
        this.kinds = kinds;
        this.weights = weights;
    }

    /** Each kind of the profile as often as the others. */
    static Mixture even(Profile profile) {
        List<Malice> kinds = Malice.of(profile);
        return new Mixture(kinds, kinds.stream().mapToLong(kind -> 1).toArray());
    }

    /**
     * A swarm's mixture: each kind is off as likely as not, and one that is on is 1, 2, 4 or 8 times as frequent as it might
     * be. Each kind's draw is keyed by its name; if all would be off, the one with the least draw is on.
     */
    static Mixture drawn(Profile profile, long key) {
        List<Malice> kinds = new ArrayList<>(Malice.of(profile));
        kinds.sort(Comparator.comparing(kind -> draw(kind, key) ^ Long.MIN_VALUE));
        long[] weights = kinds.stream().mapToLong(kind -> weight(kind, key)).toArray();
        if (Arrays.stream(weights).sum() == 0) {
            weights[0] = 1;
        }
        return new Mixture(kinds, weights);
    }

    private static long draw(Malice kind, long key) {
        return Mix.combine(key, Mix.hash(kind.name()));
    }

    private static long weight(Malice kind, long key) {
        RandomStream random = new RandomStream(draw(kind, key));
        return random.below(2) == 0 ? 0 : 1L << random.below(MOST_DOUBLINGS);
    }

    /** How often a kind is chosen, as its share of the sum of all weights; 0 if it is off. */
    long weight(Malice kind) {
        int place = kinds.indexOf(kind);
        return place < 0 ? 0 : weights[place];
    }

    Malice pick(RandomStream random) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        long place = random.below(sum);
        int kind = 0;
        while (place >= weights[kind]) {
            place -= weights[kind++];
        }
        return kinds.get(kind);
    }
}
