package dev.orrery.sim.trace;

/** The 64-bit hash FNV-1a (Fowler, Noll and Vo), which any other program can compute too. */
final class Fnv {
    /** The hash of nothing. */
    static final long BEGIN = 0xCBF29CE484222325L;

    private static final long PRIME = 0x100000001B3L;

    private Fnv() {}

    /** The hash of what was hashed before and these bytes. */
    static long hash(long before, byte[] bytes, int length) {
        long hash = before;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * PRIME;
        }
        return hash;
    }
}
