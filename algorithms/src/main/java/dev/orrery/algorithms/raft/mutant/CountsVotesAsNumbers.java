package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.Collection;

/**
 * R07: votes are counted and not their voters, so that one which comes twice counts twice, as in akka-raft (issue 45).
 *
 * <p>With a network that duplicates, a minority elects a leader. Breaks election safety.
 */
final class CountsVotesAsNumbers extends RaftRules {
    @Override
    public Collection<NodeId> ballotBox() {
        return new ArrayList<>();
    }
}
