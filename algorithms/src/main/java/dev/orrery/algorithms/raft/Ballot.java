package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;
import java.util.Collection;

/** The votes that a candidate has received in one election (§5.2). */
final class Ballot {
    private final Configuration configuration;
    private final Collection<NodeId> voters;

    Ballot(Configuration configuration, RaftRules rules) {
        this.configuration = configuration;
        voters = rules.ballotBox();
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
