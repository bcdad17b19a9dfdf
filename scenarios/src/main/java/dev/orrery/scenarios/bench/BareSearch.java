package dev.orrery.scenarios.bench;

import dev.orrery.sim.random.Mix;

/**
 * A breadth-first search and nothing else: states are numbers, each leads to four others, and those that were met stand in an
 * open-addressing table. Some two of the four are new, as in a search of a small Paxos.
 */
final class BareSearch implements Workpiece {
    private static final int CHOICES = 4;
    private static final int CAPACITY = 1 << 22;

    @Override
    public long run(long states) {
        int most = (int) Math.min(states, CAPACITY / 2);
        long[] table = new long[Math.max(16, Integer.highestOneBit(most) * 4)];
        long[] queue = new long[most + CHOICES];
        int met = 1;
        queue[0] = Mix.mix64(1);
        for (int next = 0; next < met && met < most; next++) {
            for (int choice = 0; choice < CHOICES; choice++) {
                // Neighbours share successors, so that about half of all steps end where somebody was before.
                long successor = Mix.combine(queue[next] >>> 40, next / 2 + choice);
                if (add(table, successor)) {
                    queue[met++] = successor;
                }
            }
        }
        return met;
    }

    private static boolean add(long[] table, long state) {
        int place = (int) state & table.length - 1;
        while (table[place] != 0) {
            if (table[place] == state) {
                return false;
            }
            place = place + 1 & table.length - 1;
        }
        table[place] = state;
        return true;
    }
}
