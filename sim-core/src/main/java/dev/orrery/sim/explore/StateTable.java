package dev.orrery.sim.explore;

/** The states that were met, by their hashes, each with how it was met first; some 30 bytes a state. */
final class StateTable {
    private static final int NO_PARENT = -1;

    private final LongTable numbers = new LongTable();
    /** By number; a state that is met again on a shorter way gets another number, and its old one stays with the old way. */
    private final Ints parents = new Ints();

    private final Ints choices = new Ints();
    private final Ints depths = new Ints();

    /** The number of a state that was met before, or {@link LongTable#NONE}. */
    int get(long hash) {
        return numbers.get(hash);
    }

    /** Takes in a state that was not met before, or only on a longer way; its new number. */
    int add(long hash, int parent, int choice, int depth) {
        int number = parents.size();
        numbers.put(hash, number);
        parents.add(parent);
        choices.add(choice);
        depths.add(depth);
        return number;
    }

    /** How many steps a state's way took. */
    int depth(int number) {
        return depths.get(number);
    }

    /** How many different states there are. */
    int size() {
        return numbers.size();
    }

    /** The choices that led to a state, from the beginning on. */
    int[] way(int number) {
        Ints backwards = new Ints();
        for (int at = number; parents.get(at) != NO_PARENT; at = parents.get(at)) {
            backwards.add(choices.get(at));
        }
        int[] way = new int[backwards.size()];
        for (int i = 0; i < way.length; i++) {
            way[i] = backwards.get(way.length - 1 - i);
        }
        return way;
    }
}
