package dev.orrery.sim.explore;

import java.util.Arrays;

/** The hashes of numbered things under each renaming, in one row: they are added up at each step. */
final class Hashes {
    private final int renamings;
    private long[] hashes = new long[64];

    /** Nothing has a hash yet. */
    Hashes(int renamings) {
        this.renamings = renamings;
    }

    /** The hashes of the thing with this number. */
    void set(int number, long[] ofNumber) {
        int end = (number + 1) * renamings;
        if (end > hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * end);
        }
        System.arraycopy(ofNumber, 0, hashes, end - renamings, renamings);
    }

    /** Adds those of a thing to sums. */
    void addTo(long[] sums, int number) {
        int at = number * renamings;
        for (int i = 0; i < renamings; i++) {
            sums[i] += hashes[at + i];
        }
    }

    /** Takes those of a thing from sums. */
    void takeFrom(long[] sums, int number) {
        int at = number * renamings;
        for (int i = 0; i < renamings; i++) {
            sums[i] -= hashes[at + i];
        }
    }
}
