package dev.orrery.sim.check.transaction.lists;

/** Nodes and micro-operations by key, those of one key side by side: counted first, then added. */
final class KeyedList {
    private final int[] start;
    private final int[] end;
    private int[] nodes = {};
    private int[] micros = {};

    KeyedList(int keys) {
        start = new int[keys + 1];
        end = new int[keys];
    }

    /** There will be one more of this key. */
    void count(int key) {
        start[key + 1]++;
    }

    /** All are counted. */
    void allot() {
        for (int key = 0; key < end.length; key++) {
            start[key + 1] += start[key];
            end[key] = start[key];
        }
        nodes = new int[start[end.length]];
        micros = new int[start[end.length]];
    }

    /** Adds a node of this key, unless it was the last one added there. */
    void addOnce(int key, int node, int micro) {
        boolean again = end[key] > start[key] && nodes[end[key] - 1] == node;
        if (!again) {
            nodes[end[key]] = node;
            micros[end[key]++] = micro;
        }
    }

    int start(int key) {
        return start[key];
    }

    int end(int key) {
        return end[key];
    }

    int[] nodes() {
        return nodes;
    }

    int[] micros() {
        return micros;
    }
}
