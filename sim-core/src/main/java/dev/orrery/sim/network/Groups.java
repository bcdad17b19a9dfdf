package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import java.util.BitSet;
import java.util.List;

/**
 * The links that a partition cuts: those between two nodes that share no group. A node may be in several groups, as the
 * middle of a bridge is; nodes in none form one more.
 */
public final class Groups implements LinkSet {
    private final List<BitSet> groups;
    private final BitSet named = new BitSet();

    /** Groups of nodes. */
    public Groups(List<List<NodeId>> groups) {
        this.groups = groups.stream().map(Groups::indices).toList();
        this.groups.forEach(named::or);
    }

    private static BitSet indices(List<NodeId> nodes) {
        BitSet indices = new BitSet();
        nodes.forEach(node -> indices.set(node.index()));
        return indices;
    }

    @Override
    public boolean contains(NodeId from, NodeId to) {
        for (BitSet group : groups) {
            if (group.get(from.index()) && group.get(to.index())) {
                return false;
            }
        }
        return named.get(from.index()) || named.get(to.index());
    }
}
