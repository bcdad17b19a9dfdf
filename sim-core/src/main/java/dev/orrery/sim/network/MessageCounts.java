package dev.orrery.sim.network;

import java.util.function.LongUnaryOperator;

/**
 * How many messages of each kind each link has taken, and what the fates of those messages are keyed by.
 *
 * <p>One hash table with open addressing for all links, since of ten thousand nodes each talks to a few, and in it all that
 * an ordinary message needs of its link, side by side: most of what a large simulation waits for is memory.
 */
final class MessageCounts {
    /** An entry is three numbers: sender, receiver and kind; the key; and the count. */
    private static final int ENTRY = 3;

    private static final int NODE_BITS = 24;
    private static final int KIND_BITS = 16;
    private static final int FIRST_CAPACITY = 64;

    private long[] table = new long[ENTRY * FIRST_CAPACITY];
    private int size;

    /**
     * Where the messages of a kind on a link stand, until the next {@link #add}; the complement of it if there were none.
     *
     * @param from index of the sender, less than 2<sup>24</sup>
     * @param to index of the receiver, less than 2<sup>24</sup>
     * @param kind number of the kind, less than 2<sup>16</sup> - 1
     */
    int find(int from, int to, int kind) {
        return find(table, name(from, to, kind));
    }

    /** Adds the messages of a kind on a link, of which there were none yet, and says where they stand. */
    int add(int from, int to, int kind, long key) {
        if (2 * ++size * ENTRY > table.length) {
            grow();
        }
        long name = name(from, to, kind);
        int place = ~find(table, name);
        table[place] = name;
        table[place + 1] = key;
        return place;
    }

    /** What they are keyed by. */
    long key(int place) {
        return table[place + 1];
    }

    /** How many there were; one more from now on. */
    int next(int place) {
        return (int) table[place + 2]++;
    }

    /** Keys all of them anew. */
    void rekey(LongUnaryOperator anew) {
        for (int place = 0; place < table.length; place += ENTRY) {
            if (table[place] != 0) {
                table[place + 1] = anew.applyAsLong(table[place + 1]);
            }
        }
    }

    private void grow() {
        long[] larger = new long[2 * table.length];
        for (int place = 0; place < table.length; place += ENTRY) {
            if (table[place] != 0) {
                System.arraycopy(table, place, larger, ~find(larger, table[place]), ENTRY);
            }
        }
        table = larger;
    }

    /** Never 0, which stands for no entry. */
    private static long name(int from, int to, int kind) {
        return (long) from << (NODE_BITS + KIND_BITS) | (long) to << KIND_BITS | (kind + 1);
    }

    private static int find(long[] table, long name) {
        int capacity = table.length / ENTRY;
        int place = ENTRY * ((int) ((name * 0x9E3779B97F4A7C15L) >>> 40) & (capacity - 1));
        while (table[place] != name) {
            if (table[place] == 0) {
                return ~place;
            }
            place += ENTRY;
            if (place == table.length) {
                place = 0;
            }
        }
        return place;
    }
}
