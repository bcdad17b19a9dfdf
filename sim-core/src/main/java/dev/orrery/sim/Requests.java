package dev.orrery.sim;

import org.jspecify.annotations.Nullable;

/** The requests of one incarnation that wait for an answer, by ticket: a hash table with open addressing. */
final class Requests {
    private static final int FIRST_CAPACITY = 8;

    private @Nullable Request[] table = new @Nullable Request[FIRST_CAPACITY];
    private int size;

    void add(Request request) {
        if (2 * ++size > table.length) {
            grow();
        }
        put(table, request);
    }

    /** Takes a request out, or gives null if it waits no longer. */
    @Nullable
    Request take(int ticket) {
        int place = home(table, ticket);
        while (true) {
            Request found = table[place];
            if (found == null) {
                return null;
            }
            if (found.ticket == ticket) {
                close(place);
                size--;
                return found;
            }
            place = next(table, place);
        }
    }

    /** Fills the gap with one that stands behind it and could stand here, and so on (Knuth 6.4, algorithm R). */
    private void close(int gap) {
        int mask = table.length - 1;
        table[gap] = null;
        for (int place = next(table, gap); ; place = next(table, place)) {
            Request moved = table[place];
            if (moved == null) {
                return;
            }
            int distance = (place - home(table, moved.ticket)) & mask;
            if (distance >= ((place - gap) & mask)) {
                table[gap] = moved;
                table[place] = null;
                gap = place;
            }
        }
    }

    private void grow() {
        @Nullable Request[] larger = new @Nullable Request[2 * table.length];
        for (Request request : table) {
            if (request != null) {
                put(larger, request);
            }
        }
        table = larger;
    }

    private static void put(@Nullable Request[] table, Request request) {
        int place = home(table, request.ticket);
        while (table[place] != null) {
            place = next(table, place);
        }
        table[place] = request;
    }

    /** Tickets are dense, so their lowest bits are as good as any. */
    private static int home(@Nullable Request[] table, int ticket) {
        return ticket & (table.length - 1);
    }

    private static int next(@Nullable Request[] table, int place) {
        return (place + 1) & (table.length - 1);
    }
}
