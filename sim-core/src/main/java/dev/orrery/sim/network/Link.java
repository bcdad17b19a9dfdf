package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One direction between two nodes: how long it is, how many messages of each kind it has taken, and what is wrong with it. */
final class Link {
    final NodeId from;
    final NodeId to;
    final long key;
    final Distribution latency;

    /** Of the kind with number k, the key of its messages stands at 2k, 0 before the first, and their count at 2k + 1. */
    private long[] kinds = new long[2 * 2];

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

    /** The key of all messages of a kind. */
    long keyOf(MessageKinds.Kind kind) {
        int place = 2 * kind.number();
        if (place >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(place + 2, 2 * kinds.length));
        }
        if (kinds[place] == 0) {
            kinds[place] = Mix.combine(key, kind.hash());
        }
        return kinds[place];
    }

    /** How many messages of this kind, whose key was asked for before, it has taken until now; it takes one more. */
    int nextOrdinal(MessageKinds.Kind kind) {
        return (int) kinds[2 * kind.number() + 1]++;
    }
}
