package dev.orrery.algorithms.paxos.multi;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** Only an acceptor and a learner, as long as it hears of a leader. */
final class Follower extends Role {
    private @Nullable NodeId leader;

    Follower(MultiPaxosServer server) {
        super(server);
    }

    @Override
    String name() {
        return "follower";
    }

    @Override
    @Nullable
    NodeId leader() {
        return leader;
    }

    void follow(@Nullable NodeId whom) {
        leader = whom;
    }
}
