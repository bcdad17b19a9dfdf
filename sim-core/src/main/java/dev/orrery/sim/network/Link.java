package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One direction between two nodes: how long it is, how many messages of each kind it has taken, and what is wrong with it. */
final class Link {
    final NodeId from;
    final NodeId to;
    final long key;
    final Distribution latency;
    private int[] taken = new int[4];

    /** What was wrong with it in {@link #epoch}; null if nothing was. */
    @Nullable
    LinkState state;

    /** Of the network's changes, the last that this link has heard of. */
    int epoch;

    /** Where its messages wait while it is narrow; null if it never was. */
    @Nullable
    Bottleneck bottleneck;

    Link(NodeId from, NodeId to, long key, Distribution latency) {
        this.from = from;
        this.to = to;
        this.key = key;
        this.latency = latency;
    }

    int nextOrdinal(int kind) {
        if (kind >= taken.length) {
            taken = Arrays.copyOf(taken, Math.max(kind + 1, 2 * taken.length));
        }
        return taken[kind]++;
    }
}
