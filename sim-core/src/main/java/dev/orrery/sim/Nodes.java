package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * All nodes that ever were, by index. What a message needs of the nodes at its two ends stands in arrays of its own, since
 * of ten thousand nodes none is in the cache when a message to it is sent.
 */
final class Nodes {
    /** What the network's tables can tell apart. */
    private static final int MOST = 1 << 24;

    private Node[] nodes = {};
    private NodeId[] ids = {};
    private int[] incarnations = {};
    private int size;
    private final TreeSet<String> names = new TreeSet<>();

    /** The id of the next node; an {@link IllegalArgumentException} if its name is taken. */
    NodeId nextId(String name) {
        if (size == MOST) {
            throw new IllegalStateException("a simulation holds at most " + MOST + " nodes");
        }
        if (!names.add(name)) {
            throw new IllegalArgumentException("there is a node " + name + " already");
        }
        return new NodeId(size, name);
    }

    void add(Node node) {
        if (size == nodes.length) {
            nodes = Arrays.copyOf(nodes, Math.max(8, 2 * size));
            ids = Arrays.copyOf(ids, nodes.length);
            incarnations = Arrays.copyOf(incarnations, nodes.length);
        }
        ids[size] = node.id;
        nodes[size++] = node;
    }

    Node at(int index) {
        return nodes[index];
    }

    void forEachRunning(Consumer<Incarnation> visitor) {
        for (int i = 0; i < size; i++) {
            Incarnation running = nodes[i].incarnation;
            if (running != null) {
                visitor.accept(running);
            }
        }
    }

    NodeId id(int index) {
        return ids[index];
    }

    /** The number of a node's present incarnation; while it is down, one that never lives. */
    int incarnation(int index) {
        return incarnations[index];
    }

    /** An incarnation begins or ends: what still was to come to the one before never comes. */
    int nextIncarnation(int index) {
        return ++incarnations[index];
    }

    /** The node with this id; an {@link IllegalArgumentException} if it is of another simulation. */
    Node get(NodeId id) {
        return nodes[requireKnown(id).index()];
    }

    /** The same id; an {@link IllegalArgumentException} if it is of another simulation. */
    // Comparing names costs a look at both objects; nearly always they are one.
    @SuppressWarnings("ReferenceEquality")
    NodeId requireKnown(NodeId id) {
        NodeId known = id.index() < size ? ids[id.index()] : null;
        if (known != id) {
            if (known == null || !known.equals(id)) {
                throw new IllegalArgumentException(id + " is no node of this simulation");
            }
            // Whoever asks with this object will do so again, and then need not be compared.
            ids[id.index()] = id;
        }
        return id;
    }

    void forEach(Consumer<Node> visitor) {
        for (int index = 0; index < size; index++) {
            visitor.accept(nodes[index]);
        }
    }

    List<NodeId> ids() {
        return List.of(Arrays.copyOf(ids, size));
    }
}
