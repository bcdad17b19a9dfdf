package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;
import java.util.Set;
import java.util.TreeSet;

/** The votes that a candidate has received in one election (§5.2). A server's vote counts once, however often it comes. */
final class Ballot {
    private final Configuration configuration;
    private final Set<NodeId> voters = new TreeSet<>();

    Ballot(Configuration configuration) {
        this.configuration = configuration;
    }

    void add(NodeId voter) {
        if (configuration.contains(voter)) {
            voters.add(voter);
        }
    }

    boolean isWon() {
        return voters.size() >= configuration.majority();
    }
}
