package dev.orrery.algorithms.paxos.multi;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * A replica that has lost its disk, and with it what it had promised and accepted. It must not be an acceptor any more, since
 * a majority may have hung on what it forgot (Michael et al., 2017). It learns what is chosen, and sends clients on.
 */
final class DiskLost extends Role {
    private @Nullable NodeId leader;

    DiskLost(MultiPaxosServer server) {
        super(server);
    }

    @Override
    String name() {
        return "learner";
    }

    @Override
    void electionTimeout() {
        leader = null;
    }

    @Override
    @Nullable
    NodeId leader() {
        return leader;
    }

    void follow(NodeId whom) {
        leader = whom;
    }
}
