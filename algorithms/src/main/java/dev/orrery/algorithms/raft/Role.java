package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * What a server does as a follower, a candidate or a leader (Fig. 2, Rules for Servers; Fig. 4). A role lasts for one
 * stay in it; what outlasts it belongs to {@link RaftServer}. Messages reach it only in its own term.
 */
abstract class Role {
    final RaftServer server;

    Role(RaftServer server) {
        this.server = server;
    }

    /** As it is reported. */
    abstract String name();

    /** The server takes the role. */
    void begin() {}

    /** The server leaves the role. */
    void end() {}

    /** No leader was heard of for an election timeout. */
    void electionTimeout() {}

    /** More of the persistent state is durable. */
    void persisted() {}

    /** The leader of the current term, if it is known. */
    @Nullable
    NodeId leader() {
        return null;
    }

    void clientRequest(NodeId client, ClientRequest request) {
        server.reply(client, ClientReply.notLeader(request.command().sequenceNum(), leader()));
    }

    /**
     * An operator's command (see {@link dev.orrery.sim.node.Process#operate}); only leaders act on any.
     *
     * @return whether this server has acted on it, if only by refusing it for good
     */
    boolean operate(String command, NodeId subject) {
        return false;
    }

    void appendEntriesReply(NodeId follower, AppendEntriesReply reply) {}

    void installSnapshotReply(NodeId follower, InstallSnapshotReply reply) {}

    void requestVoteReply(NodeId voter, RequestVoteReply reply) {}

    void requestPreVoteReply(NodeId voter, RequestPreVoteReply reply) {}

    /** An entry was applied; {@code response} is the state machine's answer. */
    void applied(long index, Entry entry, @Nullable Object response) {}
}
