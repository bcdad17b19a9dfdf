package dev.orrery.sim.node;

/**
 * A node's name and its place in the simulation.
 *
 * <p>One {@code NodeId} stands for one node of one simulation for the whole run, whichever incarnation is up. Servers
 * come first and clients after them; a node added while the run goes on takes the next free index, and an index is
 * never used again.
 *
 * @param index dense, from 0, fit to index an array
 * @param name as scenarios, traces and reports print it, such as {@code n1}; unique in its simulation
 */
public record NodeId(int index, String name) implements Comparable<NodeId> {
    public NodeId {
        if (index < 0) {
            throw new IllegalArgumentException("a node's index is at least 0, not " + index);
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("a node's name is not empty");
        }
    }

    @Override
    public int compareTo(NodeId other) {
        return Integer.compare(index, other.index);
    }

    /** Two ids are equal when their index is: names are unique, and indices are quicker to compare. */
    @Override
    public boolean equals(Object other) {
        return other instanceof NodeId id && id.index == index && id.name.equals(name);
    }

    @Override
    public int hashCode() {
        return index;
    }

    @Override
    public String toString() {
        return name;
    }
}
