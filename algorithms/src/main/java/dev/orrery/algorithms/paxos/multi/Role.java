package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a server does beside being an acceptor: a proposer who leads or would like to, or none. A role lasts for one stay in
 * it; what outlasts it belongs to {@link MultiPaxosServer}.
 */
abstract class Role {
    final MultiPaxosServer server;

    Role(MultiPaxosServer server) {
        this.server = server;
    }

    /** As it is reported. */
    abstract String name();

    /** The server takes the role. */
    void begin() {}

    /** The server leaves the role. */
    void end() {}

    /** No leader was heard of for an election timeout. */
    void electionTimeout() {
        server.startElection();
    }

    /** Whom clients should ask, if it is known. */
    @Nullable
    NodeId leader() {
        return null;
    }

    void clientRequest(NodeId client, ClientRequest request) {
        server.reply(client, ClientReply.notLeader(request.command().sequenceNum(), leader()));
    }

    void canvassReply(NodeId acceptor, CanvassReply reply) {}

    void promise(NodeId acceptor, Promise promise) {}

    void accepted(NodeId acceptor, Accepted accepted) {}

    void preempted(Preempted preempted) {}

    /** More is known to be chosen, and is applied. */
    void learned() {}

    /** The value of an instance was applied; {@code response} is the state machine's answer. */
    void applied(long instance, @Nullable Object response) {}
}
