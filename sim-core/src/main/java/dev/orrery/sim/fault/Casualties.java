package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import java.util.BitSet;
import java.util.Collection;

/** Which nodes have suffered what cannot be undone. */
final class Casualties {
    private final BitSet wiped = new BitSet();
    private final BitSet damaged = new BitSet();
    private final BitSet lost = new BitSet();

    /** A node's disk is empty. */
    void wiped(NodeId node) {
        wiped.set(node.index());
        damaged.set(node.index());
    }

    /** What is durable on a node's disk was changed, or may be. */
    void damaged(NodeId node) {
        damaged.set(node.index());
    }

    /** A node is down for good. */
    void lost(NodeId node) {
        lost.set(node.index());
    }

    boolean isDamaged(NodeId node) {
        return damaged.get(node.index());
    }

    int wipedWith(Collection<NodeId> more) {
        return with(wiped, more).cardinality();
    }

    int damagedWith(Collection<NodeId> more) {
        return with(damaged, more).cardinality();
    }

    /** Those that are down for good or damaged, which a careful algorithm answers by staying down. */
    int lostWith(Collection<NodeId> more) {
        BitSet all = with(lost, more);
        all.or(damaged);
        return all.cardinality();
    }

    private static BitSet with(BitSet nodes, Collection<NodeId> more) {
        BitSet all = (BitSet) nodes.clone();
        more.forEach(node -> all.set(node.index()));
        return all;
    }
}
