package dev.orrery.sim.fault;

import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;

/** Divides the servers as a partition's shape wants it. */
final class PartitionShapes {
    private PartitionShapes() {}

    /**
     * The groups that see each other; empty if there are too few servers for the shape. The first is who is cut off; with
     * {@code isolate} all are.
     *
     * @param servers of the cluster
     * @param chosen whom the target names; nobody if it leaves that to chance
     * @param key of what is left to chance
     */
    static List<List<NodeId>> groups(Partition.Shape shape, List<NodeId> servers, List<NodeId> chosen, long key) {
        int n = servers.size();
        return switch (shape) {
            case ISOLATE -> chosen.stream().map(List::of).toList();
            case ZONE -> one(chosen);
            case HALVES -> one(chosen.isEmpty() ? TargetChoice.lowest(servers, n / 2, key) : chosen);
            case MAJORITY ->
                one(chosen.isEmpty() ? TargetChoice.lowest(servers, TargetChoice.minority(n), key) : chosen);
            case MINORITY_THIRD -> one(chosen.isEmpty() ? TargetChoice.lowest(servers, (n - 1) / 3, key) : chosen);
            case BRIDGE -> bridge(servers, chosen, key);
            case MAJORITIES_RING -> ring(TargetChoice.shuffled(servers, key));
            case GROUPS -> throw new IllegalArgumentException("the groups of a partition are given, not shaped");
        };
    }

    private static List<List<NodeId>> one(List<NodeId> group) {
        return group.isEmpty() ? List.of() : List.of(group);
    }

    private static List<List<NodeId>> bridge(List<NodeId> servers, List<NodeId> chosen, long key) {
        List<NodeId> order = new ArrayList<>(TargetChoice.shuffled(servers, key));
        List<NodeId> middle = chosen.isEmpty() ? order.subList(0, Math.min(1, order.size())) : chosen;
        List<NodeId> sides =
                order.stream().filter(node -> !middle.contains(node)).toList();
        if (sides.size() < 2) {
            return List.of();
        }
        int half = sides.size() / 2;
        return List.of(with(sides.subList(0, half), middle), with(sides.subList(half, sides.size()), middle));
    }

    private static List<NodeId> with(List<NodeId> side, List<NodeId> middle) {
        List<NodeId> both = new ArrayList<>(side);
        both.addAll(middle);
        return both;
    }

    /**
     * Servers in a ring, each of which sees as many neighbours on both sides as make a majority with it: the groups are all
     * stretches of the ring that are as long as one side and its middle.
     */
    private static List<List<NodeId>> ring(List<NodeId> ring) {
        int n = ring.size();
        int reach = TargetChoice.majority(n) / 2;
        if (2 * reach + 1 >= n) {
            return List.of();
        }
        List<List<NodeId>> stretches = new ArrayList<>();
        for (int first = 0; first < n; first++) {
            List<NodeId> stretch = new ArrayList<>();
            for (int step = 0; step <= reach; step++) {
                stretch.add(ring.get((first + step) % n));
            }
            stretches.add(stretch);
        }
        return stretches;
    }
}
