package dev.orrery.sim.network;

import dev.orrery.sim.random.Mix;
import java.util.function.LongUnaryOperator;

/**
 * How many messages of each kind each link has taken, and what the fates of those messages are keyed by.
 *
 * <p>One hash table with open addressing for all links, since of ten thousand nodes each talks to a few, and in it all that
 * an ordinary message needs of its link, side by side: most of what a large simulation waits for is memory.
 */
final class MessageCounts {
    /** An entry is four numbers: sender, receiver and kind; the key; the count; and the identity of the next message. */
    private static final int ENTRY = 4;

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
        identify(place);
        return place;
    }

    /** What they are keyed by. */
    long key(int place) {
        return table[place + 1];
    }

    /** How many there were. */
    int count(int place) {
        return (int) table[place + 2];
    }

    /** What the next one is keyed by. It is known beforehand, since when a message arrives hangs on it, and all else on that. */
    long identity(int place) {
        return table[place + 3];
    }

    /** One more from now on. */
    void increment(int place) {
        table[place + 2]++;
        identify(place);
    }

    private void identify(int place) {
        table[place + 3] = Mix.combine(table[place + 1], table[place + 2]);
    }

    /** Shown the messages of a kind on a link. */
    interface Visitor {
        /** Sender, receiver and kind by index, what they are keyed by, and how many there were. */
        void visit(int from, int to, int kind, long key, int count);
    }

    /** Shows all of them, in an order that means nothing. */
    void forEach(Visitor visitor) {
        for (int place = 0; place < table.length; place += ENTRY) {
            long name = table[place];
            if (name != 0) {
                int from = (int) (name >>> (NODE_BITS + KIND_BITS));
                int to = (int) (name >>> KIND_BITS) & ((1 << NODE_BITS) - 1);
                int kind = (int) (name & ((1 << KIND_BITS) - 1)) - 1;
                visitor.visit(from, to, kind, table[place + 1], (int) table[place + 2]);
            }
        }
    }

    /** Keys all of them anew. */
    void rekey(LongUnaryOperator anew) {
        for (int place = 0; place < table.length; place += ENTRY) {
            if (table[place] != 0) {
                table[place + 1] = anew.applyAsLong(table[place + 1]);
                identify(place);
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
    static long name(int from, int to, int kind) {
        return (long) from << (NODE_BITS + KIND_BITS) | (long) to << KIND_BITS | (kind + 1);
    }

    /**
     * Where the search for a name begins. Nodes and kinds are numbered without a gap, and who talks to whom is a pattern: a
     * ring, a star, a mesh. Steps of these widths lead such patterns past each other: a ring of 10,000 nodes or a mesh of
     * 100 has no two names with one beginning. A hash that scatters lets every tenth meet another, and whether a
     * search goes on is then what a processor cannot predict.
     */
    static int home(long name) {
        int from = (int) (name >>> (NODE_BITS + KIND_BITS));
        int to = (int) (name >>> KIND_BITS) & ((1 << NODE_BITS) - 1);
        int kind = (int) name & ((1 << KIND_BITS) - 1);
        return 1225 * from + 857 * to + 2891 * kind;
    }

    private static int find(long[] table, long name) {
        int capacity = table.length / ENTRY;
        int place = ENTRY * (home(name) & (capacity - 1));
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
