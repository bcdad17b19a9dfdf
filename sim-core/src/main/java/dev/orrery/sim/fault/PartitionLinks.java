package dev.orrery.sim.fault;

import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.network.LinkSet;
import dev.orrery.sim.node.NodeId;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The links that a partition cuts: those between nodes that share no group, where at least one of them is named. Servers in
 * no group form one more; clients in none see everybody.
 */
final class PartitionLinks implements LinkSet {
    private final List<BitSet> groups;
    private final BitSet named = new BitSet();
    private final BitSet cutOff;
    private final Direction direction;
    private final Predicate<NodeId> isServer;

    /**
     * Of groups.
     *
     * @param cutOff from whose side the direction is seen
     */
    PartitionLinks(List<List<NodeId>> groups, List<NodeId> cutOff, Direction direction, Predicate<NodeId> isServer) {
        this.groups = groups.stream().map(PartitionLinks::indices).toList();
        this.groups.forEach(named::or);
        this.cutOff = indices(cutOff);
        this.direction = direction;
        this.isServer = isServer;
    }

    private static BitSet indices(List<NodeId> nodes) {
        BitSet indices = new BitSet();
        nodes.forEach(node -> indices.set(node.index()));
        return indices;
    }

    @Override
    public boolean contains(NodeId from, NodeId to) {
        return isParty(from)
                && isParty(to)
                && (isNamed(from) || isNamed(to))
                && !shareGroup(from, to)
                && leadsRight(from, to);
    }

    private boolean isNamed(NodeId node) {
        return named.get(node.index());
    }

    private boolean isParty(NodeId node) {
        return isNamed(node) || isServer.test(node);
    }

    private boolean shareGroup(NodeId from, NodeId to) {
        for (BitSet group : groups) {
            if (group.get(from.index()) && group.get(to.index())) {
                return true;
            }
        }
        return false;
    }

    private boolean leadsRight(NodeId from, NodeId to) {
        return switch (direction) {
            case BOTH -> true;
            case TO -> cutOff.get(to.index());
            case FROM -> cutOff.get(from.index());
        };
    }
}
