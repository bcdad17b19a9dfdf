package dev.orrery.algorithms.paxos;

import dev.orrery.sim.node.NodeId;
import java.util.List;

/**
 * Who plays which part.
 *
 * @param proposers who proposes; they learn too
 * @param acceptors who chooses, by majority; at least one
 */
public record Layout(List<NodeId> proposers, List<NodeId> acceptors) {
    /** Keeps copies. */
    public Layout {
        proposers = List.copyOf(proposers);
        acceptors = List.copyOf(acceptors);
        if (proposers.isEmpty() || acceptors.isEmpty()) {
            throw new IllegalArgumentException("the Synod needs a proposer and an acceptor at least");
        }
    }

    /** How many acceptors choose: any two majorities have one in common. */
    public int quorum() {
        return acceptors.size() / 2 + 1;
    }
}
