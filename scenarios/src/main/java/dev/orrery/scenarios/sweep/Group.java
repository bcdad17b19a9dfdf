package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.result.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs that came out alike.
 *
 * @param signature what they have in common
 * @param count how many there are
 * @param seeds the smallest of their seeds, at most {@value #SEEDS}, ascending
 * @param message what the run of the smallest seed was told
 * @param shortest the seed of the run with the fewest events; of several, the smallest
 * @param events how many events that run had
 */
public record Group(Signature signature, long count, List<Long> seeds, String message, long shortest, long events) {
    /** How many seeds are kept. */
    static final int SEEDS = 3;

    /** Keeps a copy of the list. */
    public Group {
        seeds = List.copyOf(seeds);
    }

    /** One run alone. */
    static Group of(Signature signature, long seed, String message, long events) {
        return new Group(signature, 1, List.of(seed), message, seed, events);
    }

    /** These runs and others of the same signature. */
    Group with(Group others) {
        boolean earlier = Long.compareUnsigned(seeds.get(0), others.seeds.get(0)) < 0;
        boolean shorter =
                events != others.events ? events < others.events : Long.compareUnsigned(shortest, others.shortest) < 0;
        return new Group(
                signature,
                count + others.count,
                Stream.concat(seeds.stream(), others.seeds.stream())
                        .sorted(Long::compareUnsigned)
                        .limit(SEEDS)
                        .toList(),
                earlier ? message : others.message,
                shorter ? shortest : others.shortest,
                Math.min(events, others.events));
    }

    /** The smallest seed. */
    public long smallest() {
        return seeds.get(0);
    }

    /** The seeds worth a look: the smallest, and that of the shortest run. */
    public List<Long> examples() {
        List<Long> examples = new ArrayList<>(seeds);
        if (!examples.contains(shortest)) {
            examples.set(examples.size() - 1, shortest);
        }
        return examples;
    }
}
