package dev.orrery.sim.explore;

/** Numbers by 64-bit key, in open addressing: no object an entry. Numbers are 0 or more; keys are hashes, or as good as. */
final class LongTable {
    static final int NONE = -1;
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] keys = new long[FIRST_CAPACITY];
    /** One more than the number; 0 is an empty place. */
    private int[] numbers = new int[FIRST_CAPACITY];

    private int size;

    /** The number that is kept under a key, or {@link #NONE}. */
    int get(long key) {
        return numbers[place(key)] - 1;
    }

    /** Keeps a number under a key, in place of the one before. */
    void put(long key, int number) {
        if (3L * size >= 2L * keys.length) {
            grow();
        }
        int place = place(key);
        size += numbers[place] == 0 ? 1 : 0;
        keys[place] = key;
        numbers[place] = number + 1;
    }

    int size() {
        return size;
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int place = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (numbers[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                numbers[place] = oldNumbers[i];
            }
        }
    }
}
