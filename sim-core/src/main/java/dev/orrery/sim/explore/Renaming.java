package dev.orrery.sim.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which node stands in for which: a permutation of like nodes that leaves the others alone. */
final class Renaming {
    /** So many are looked at for each state; more would cost more than they save. */
    static final int MOST = 720;

    private final int[] standsFor;

    private Renaming(int[] standsFor) {
        this.standsFor = standsFor;
    }

    /** Nobody is renamed. */
    static Renaming none(int nodes) {
        int[] same = new int[nodes];
        Arrays.setAll(same, i -> i);
        return new Renaming(same);
    }

    int of(int node) {
        return standsFor[node];
    }

    /**
     * All permutations of the nodes in each group, the one that changes nothing first.
     *
     * @param groups of indices, disjoint
     * @return at most {@link #MOST}: groups whose permutations would be more are left as they are
     */
    static List<Renaming> all(int nodes, List<List<Integer>> groups) {
        List<Renaming> all = new ArrayList<>(List.of(none(nodes)));
        for (List<Integer> group : groups) {
            List<int[]> orders = new ArrayList<>();
            permute(group.stream().mapToInt(Integer::intValue).toArray(), 0, orders);
            if (all.size() * orders.size() <= MOST) {
                all = combine(all, group, orders);
            }
        }
        return all;
    }

    private static List<Renaming> combine(List<Renaming> renamings, List<Integer> group, List<int[]> orders) {
        List<Renaming> combined = new ArrayList<>();
        for (Renaming renaming : renamings) {
            for (int[] order : orders) {
                int[] changed = renaming.standsFor.clone();
                for (int i = 0; i < order.length; i++) {
                    changed[group.get(i)] = order[i];
                }
                combined.add(new Renaming(changed));
            }
        }
        return combined;
    }

    private static void permute(int[] members, int from, List<int[]> orders) {
        if (from >= members.length - 1) {
            orders.add(members.clone());
            return;
        }
        for (int i = from; i < members.length; i++) {
            swap(members, from, i);
            permute(members, from + 1, orders);
            swap(members, from, i);
        }
    }

    private static void swap(int[] members, int i, int j) {
        int member = members[i];
        members[i] = members[j];
        members[j] = member;
    }
}
