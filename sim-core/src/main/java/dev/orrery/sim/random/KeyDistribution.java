package dev.orrery.sim.random;

/**
 * Which of a workload's keys an operation is about: one 64-bit draw gives one of the keys 0 to count - 1.
 *
 * <p>The kinds and the exponent 0.99 are those of YCSB (Cooper et al., <i>Benchmarking Cloud Serving Systems with YCSB</i>,
 * SoCC 2010). As a {@link Distribution}, a key distribution is immutable, gives the same key for the same draw everywhere,
 * and is equal to one made alike.
 */
public sealed interface KeyDistribution permits UniformKeys, ZipfianKeys, LatestKeys, HotspotKeys {
    /** The most keys that {@link #zipfian} and {@link #latest} take: eight bytes for each make 128 MiB. */
    int MOST_RANKED_KEYS = 1 << 24;

    /** The key at a place given as an unsigned 64-bit number. */
    int sample(long draw);

    /** How many keys there are, at least 1. */
    int count();

    /**
     * Each key as likely as the others.
     *
     * @throws IllegalArgumentException if there is no key
     */
    static KeyDistribution uniform(int count) {
        return new UniformKeys(count);
    }

    /**
     * Key k is drawn in proportion to 1 / (k + 1)<sup>0.99</sup>: key 0 the most often.
     *
     * @param count from 1 to {@link #MOST_RANKED_KEYS}
     * @throws IllegalArgumentException otherwise
     */
    static KeyDistribution zipfian(int count) {
        return ZipfianKeys.of(count);
    }

    /**
     * As {@link #zipfian} from the other end: the key added last, count - 1, the most often.
     *
     * @param count from 1 to {@link #MOST_RANKED_KEYS}
     * @throws IllegalArgumentException otherwise
     */
    static KeyDistribution latest(int count) {
        return new LatestKeys(ZipfianKeys.of(count));
    }

    /**
     * A hot set and the rest, each key as likely as the others of its set.
     *
     * @param hot how many keys, from key 0 on, are hot: 1 to {@code count}
     * @param hotShare how many of the draws go to the hot set; all of them do if all keys are hot
     * @throws IllegalArgumentException if there is no key, or {@code hot} is out of its range
     */
    static KeyDistribution hotspot(int count, int hot, Probability hotShare) {
        return new HotspotKeys(count, hot, hotShare);
    }
}
