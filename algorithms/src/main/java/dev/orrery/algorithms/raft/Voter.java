package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;

/** Answers requests for votes, in whatever role its server is (§5.2, §5.4.1; dissertation §9.6). */
final class Voter {
    private final RaftServer server;
    private final PersistentState persistent;
    private final RaftRules rules;
    private final Outbox outbox;

    Voter(RaftServer server, PersistentState persistent, RaftRules rules, Outbox outbox) {
        this.server = server;
        this.persistent = persistent;
        this.rules = rules;
        this.outbox = outbox;
    }

    /** By now the server's term is at least the candidate's. */
    void requestVote(NodeId candidate, RequestVote request) {
        if (request.term() < persistent.currentTerm()
                || !isFreeFor(candidate)
                || !rules.grantsVote(request.lastLogTerm(), request.lastLogIndex(), persistent.log())) {
            outbox.whenDurable(candidate, new RequestVoteReply(persistent.currentTerm(), false));
            return;
        }
        server.resetElectionTimer();
        if (persistent.votedFor() == null) {
            rules.castVote(persistent, outbox, candidate);
        } else {
            outbox.whenDurable(candidate, new RequestVoteReply(persistent.currentTerm(), true));
        }
    }

    private boolean isFreeFor(NodeId candidate) {
        NodeId votedFor = persistent.votedFor();
        return votedFor == null || votedFor.equals(candidate);
    }

    /**
     * Would vote if the log is up-to-date and no leader was heard of for a minimum election timeout. A server that asks
     * about a term that is over learns of it by the reply.
     */
    void requestPreVote(NodeId sender, RequestPreVote request) {
        boolean granted = request.term() > persistent.currentTerm()
                && !server.hearsFromLeader()
                && rules.isUpToDate(request.lastLogTerm(), request.lastLogIndex(), persistent.log());
        outbox.whenDurable(sender, new RequestPreVoteReply(persistent.currentTerm(), request.term(), granted));
    }
}
