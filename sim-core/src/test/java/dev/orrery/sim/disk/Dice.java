package dev.orrery.sim.disk;

import dev.orrery.sim.random.Mix;

/** A test's own random choices, from a fixed seed. */
final class Dice {
    private final long seed;
    private long thrown;

    Dice(long seed) {
        this.seed = seed;
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(Mix.combine(seed, thrown++), bound);
    }

    boolean oneIn(int chances) {
        return below(chances) == 0;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) below(256);
        }
        return bytes;
    }
}
