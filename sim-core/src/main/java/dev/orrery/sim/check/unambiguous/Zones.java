package dev.orrery.sim.check.unambiguous;

import java.util.Arrays;

/**
 * Puts groups of operations in an order in which each group stays together, in keeping with real time.
 *
 * <p>All that matters of a group is its zone: the first return r and the last invocation i in it. A group must come before
 * another one if its r is before the other's i. The zone is called forward if r is before i: then something of the group
 * is over before something else of it begins, and all between is the group's alone. Otherwise it is backward, and the
 * whole group may happen at one point between i and r. There is an order if and only if no two forward zones overlap and
 * no backward one lies inside a forward one (Gibbons and Korach, Testing shared memories, SIAM J. Comput. 1997, §4.1); and
 * then to sort the zones by the lesser of r and i is one.
 */
final class Zones {
    private static final int NONE = -1;

    private final int[] firstReturn;
    private final int[] lastInvocation;
    private int one = NONE;
    private int other = NONE;

    /** As many empty groups, numbered from 0. */
    Zones(int groups) {
        firstReturn = new int[groups];
        lastInvocation = new int[groups];
        Arrays.fill(firstReturn, Integer.MAX_VALUE);
        Arrays.fill(lastInvocation, -1);
    }

    /** Adds an operation to a group; the places are those of an {@link dev.orrery.sim.history.Interval}, or -1. */
    void add(int group, int invoked, int returned) {
        firstReturn[group] = Math.min(firstReturn[group], returned);
        lastInvocation[group] = Math.max(lastInvocation[group], invoked);
    }

    int firstReturn(int group) {
        return firstReturn[group];
    }

    int lastInvocation(int group) {
        return lastInvocation[group];
    }

    /** An order of these groups, by number; meaningless if there is none, and then {@link #areInConflict} tells so. */
    int[] order(int[] groups) {
        long[] byBegin = new long[groups.length];
        for (int i = 0; i < groups.length; i++) {
            long begin = Math.min(firstReturn[groups[i]], lastInvocation[groups[i]]);
            byBegin[i] = ((begin + 1) << Integer.SIZE) + groups[i];
        }
        Arrays.sort(byBegin);
        int[] order = new int[groups.length];
        int lastForward = NONE;
        for (int i = 0; i < order.length; i++) {
            int group = (int) byBegin[i];
            order[i] = group;
            if (lastForward != NONE && firstReturn[group] < lastInvocation[lastForward]) {
                one = lastForward;
                other = group;
                return order;
            }
            if (firstReturn[group] < lastInvocation[group]) {
                lastForward = group;
            }
        }
        return order;
    }

    /** Whether two groups were found of which each must come before the other. */
    boolean areInConflict() {
        return one != NONE;
    }

    /** One of the groups in conflict. */
    int one() {
        return one;
    }

    /** The other one. */
    int other() {
        return other;
    }
}
