package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;

/** All nodes that ever were, by index. */
final class Nodes {
    private final List<Node> nodes = new ArrayList<>();

    /** The id of the next node; an {@link IllegalArgumentException} if its name is taken. */
    NodeId nextId(String name) {
        for (Node node : nodes) {
            if (node.id.name().equals(name)) {
                throw new IllegalArgumentException("there is a node " + name + " already");
            }
        }
        return new NodeId(nodes.size(), name);
    }

    void add(Node node) {
        nodes.add(node);
    }

    Node at(int index) {
        return nodes.get(index);
    }

    /** The node with this id; an {@link IllegalArgumentException} if it is of another simulation. */
    Node get(NodeId id) {
        if (id.index() >= nodes.size() || !nodes.get(id.index()).id.equals(id)) {
            throw new IllegalArgumentException(id + " is no node of this simulation");
        }
        return nodes.get(id.index());
    }

    List<NodeId> ids() {
        return nodes.stream().map(node -> node.id).toList();
    }
}
