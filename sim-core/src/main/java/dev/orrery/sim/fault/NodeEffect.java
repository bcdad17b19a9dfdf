package dev.orrery.sim.fault;

import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An effect on single nodes, which is undone on each alone. */
final class NodeEffect implements Effect {
    private final List<NodeId> nodes;
    private final Consumer<NodeId> undo;

    NodeEffect(List<NodeId> nodes, Consumer<NodeId> undo) {
        this.nodes = new ArrayList<>(nodes);
        this.undo = undo;
    }

    /** The nodes on which it has not been undone. */
    List<NodeId> nodes() {
        return nodes;
    }

    @Override
    public void end() {
        heal(node -> true);
    }

    @Override
    public void heal(Predicate<NodeId> core) {
        for (NodeId node : List.copyOf(nodes)) {
            if (core.test(node)) {
                nodes.remove(node);
                undo.accept(node);
            }
        }
    }
}
