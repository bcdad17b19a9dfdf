package dev.orrery.sim.check.transaction.inference;

/** Nodes and micro-operations in groups, those of one group side by side: counted first, then added. */
public final class Grouped {
    private final int[] start;
    private final int[] end;
    private int[] nodes = {};
    private int[] micros = {};

    /** @param groups how many groups there are, numbered from 0 */
    public Grouped(int groups) {
        start = new int[groups + 1];
        end = new int[groups];
    }

    /** There will be one more in this group. */
    public void count(int group) {
        start[group + 1]++;
    }

    /** All are counted. */
    public void allot() {
        for (int group = 0; group < end.length; group++) {
            start[group + 1] += start[group];
            end[group] = start[group];
        }
        nodes = new int[start[end.length]];
        micros = new int[start[end.length]];
    }

    /** Adds a node to this group, unless it was the last one added there. */
    public void addOnce(int group, int node, int micro) {
        boolean again = end[group] > start[group] && nodes[end[group] - 1] == node;
        if (!again) {
            nodes[end[group]] = node;
            micros[end[group]++] = micro;
        }
    }

    /** Where a group begins in {@link #nodes} and {@link #micros}. */
    public int start(int group) {
        return start[group];
    }

    /** Where a group ends, which does not count. */
    public int end(int group) {
        return end[group];
    }

    /** The nodes of all groups. */
    public int[] nodes() {
        return nodes;
    }

    /** The micro-operations by which the nodes belong to their groups. */
    public int[] micros() {
        return micros;
    }
}
