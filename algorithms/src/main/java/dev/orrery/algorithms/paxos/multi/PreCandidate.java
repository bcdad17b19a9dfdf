package dev.orrery.algorithms.paxos.multi;

import dev.orrery.sim.node.NodeId;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks whether it would be promised anything before it raises its own promise, as pre-vote does in Raft. A server that was
 * cut off and raised its promise alone would pass over all that its leader asks it to accept, and so depose a leader whom
 * everybody else hears.
 */
final class PreCandidate extends Role {
    private final Set<NodeId> granted = new TreeSet<>();
    private final long round;

    PreCandidate(MultiPaxosServer server) {
        super(server);
        round = server.nextRound();
    }

    @Override
    String name() {
        return "pre-candidate";
    }

    @Override
    void begin() {
        server.resetElectionTimer();
        server.sendToOthers(new Canvass(round));
        count(server.self());
    }

    @Override
    void canvassReply(NodeId acceptor, CanvassReply reply) {
        server.heardOf(reply.promisedRound());
        if (reply.granted() && reply.asked() == round) {
            count(acceptor);
        }
    }

    private void count(NodeId acceptor) {
        granted.add(acceptor);
        if (granted.size() >= server.quorums().phase1()) {
            server.become(new Candidate(server));
        }
    }
}
