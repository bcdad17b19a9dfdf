package dev.orrery.sim.check.linearizability;

import java.util.Arrays;

/** Numbers by keys that are at least 0, in two arrays: at most 24 bytes an entry. */
final class LongIntTable {

    /** What there is for a key that was never put. */
    static final int NONE = Integer.MIN_VALUE;

    private static final long FREE = -1;

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    LongIntTable() {
        Arrays.fill(keys, FREE);
    }

    int get(long key) {
        int mask = keys.length - 1;
        int at = place(key) & mask;
        while (keys[at] != key) {
            if (keys[at] == FREE) {
                return NONE;
            }
            at = (at + 1) & mask;
        }
        return values[at];
    }

    /** Adds an entry; there must be none for this key. */
    void put(long key, int value) {
        if (3 * ++size > 2 * keys.length) {
            grow();
        }
        insert(key, value);
    }

    long bytes() {
        return 12L * keys.length;
    }

    private void insert(long key, int value) {
        int mask = keys.length - 1;
        int at = place(key) & mask;
        while (keys[at] != FREE) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        values[at] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new int[2 * oldKeys.length];
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int place(long key) {
        long mixed = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
