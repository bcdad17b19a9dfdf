package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import org.jspecify.annotations.Nullable;

/** One direction between two nodes: how long it is and what is wrong with it. */
final class Link {
    final NodeId from;
    final NodeId to;
    final Distribution latency;

    /** What was wrong with it in {@link #epoch}; null if nothing was. */
    @Nullable
    LinkState state;

    /** Of the network's changes, the last that this link has heard of. */
    int epoch;

    /** Where its messages wait while it is narrow; null if it never was. */
    @Nullable
    Bottleneck bottleneck;

    Link(NodeId from, NodeId to, Distribution latency) {
        this.from = from;
        this.to = to;
        this.latency = latency;
    }
}
