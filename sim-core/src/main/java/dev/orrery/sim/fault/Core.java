package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the servers that are healed: the least majority, of those whose disks are whole as far as there are enough. */
final class Core {
    private final Stage stage;

    Core(Stage stage) {
        this.stage = stage;
    }

    List<NodeId> draw(List<NodeId> servers, long key) {
        List<NodeId> order = new ArrayList<>(TargetChoice.shuffled(servers, key));
        order.sort(Comparator.comparing(stage.casualties::isDamaged));
        List<NodeId> core =
                new ArrayList<>(order.subList(0, Math.min(order.size(), TargetChoice.majority(servers.size()))));
        core.sort(Comparator.naturalOrder());
        return core;
    }
}
