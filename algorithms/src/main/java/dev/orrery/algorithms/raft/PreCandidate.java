package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;

/**
 * Asks whether it could win an election before it begins one (dissertation §9.6), so that a server that was cut off does
 * not come back with a high term and depose a leader whom everybody else hears.
 */
final class PreCandidate extends Role {
    private final Ballot ballot;
    private final long nextTerm;

    PreCandidate(RaftServer server) {
        super(server);
        ballot = new Ballot(server.configuration(), server.rules());
        nextTerm = server.currentTerm() + 1;
    }

    @Override
    String name() {
        return "pre-candidate";
    }

    @Override
    void begin() {
        server.resetElectionTimer();
        RaftLog log = server.persistent().log();
        server.sendToOthers(new RequestPreVote(nextTerm, log.lastIndex(), log.lastTerm()));
        count(server.self());
    }

    @Override
    void electionTimeout() {
        server.startElection();
    }

    @Override
    void requestPreVoteReply(NodeId voter, RequestPreVoteReply reply) {
        if (reply.voteGranted() && reply.nextTerm() == nextTerm) {
            count(voter);
        }
    }

    private void count(NodeId voter) {
        ballot.add(voter);
        if (ballot.isWon()) {
            server.become(new Candidate(server, false));
        }
    }
}
