package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import java.util.Arrays;

/** One direction between two nodes: how many messages of each kind it has taken. */
final class Link {
    final NodeId to;
    final long key;
    private int[] taken = new int[4];

    Link(NodeId to, long key) {
        this.to = to;
        this.key = key;
    }

    int nextOrdinal(int kind) {
        if (kind >= taken.length) {
            taken = Arrays.copyOf(taken, Math.max(kind + 1, 2 * taken.length));
        }
        return taken[kind]++;
    }
}
