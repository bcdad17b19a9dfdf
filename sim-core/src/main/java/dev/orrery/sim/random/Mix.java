package dev.orrery.sim.random;

/** Pure functions from 64 bits to 64 bits that leave no pattern standing. */
public final class Mix {
    /** An odd number without a pattern, unlike SplitMix64's own, so that sub-keys never meet a stream's outputs. */
    private static final long MULTIPLIER = 0xD1342543DE82EF95L;

    private Mix() {}

    /** The finaliser of SplitMix64 (variant 13 of David Stafford): a bijection in which each bit depends on all. */
    public static long mix64(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A sub-key: the order of the two counts, and for one key, different values give different sub-keys. */
    public static long combine(long key, long value) {
        return mix64(key ^ (value * MULTIPLIER + 1));
    }

    /** A text's key: the same in every virtual machine, and dependent on every character and its place. */
    public static long hash(String text) {
        long key = text.length();
        for (int i = 0; i < text.length(); i++) {
            key = combine(key, text.charAt(i));
        }
        return key;
    }
}
