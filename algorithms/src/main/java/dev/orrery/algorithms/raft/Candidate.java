package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;

/** Begins a term, votes for itself and asks the others to do so (Fig. 2, Candidates; §5.2). */
final class Candidate extends Role {
    private final Ballot ballot;
    private long voted;
    private final boolean leadershipTransfer;
    private boolean asked;

    /** @param leadershipTransfer whether the leader wants this election (dissertation §3.10) */
    Candidate(RaftServer server, boolean leadershipTransfer) {
        super(server);
        this.leadershipTransfer = leadershipTransfer;
        ballot = new Ballot(server.configuration(), server.rules());
    }

    @Override
    String name() {
        return "candidate";
    }

    @Override
    void begin() {
        PersistentState persistent = server.persistent();
        server.startTerm(persistent.currentTerm() + 1, server.self());
        voted = persistent.changes();
        persistent.demand();
        server.resetElectionTimer();
        server.note("election-started", "term", persistent.currentTerm());
        askForVotes();
    }

    /** Nobody may hear of the new term before it is durable, and its own vote counts as the others' do. */
    @Override
    void persisted() {
        askForVotes();
    }

    private void askForVotes() {
        PersistentState persistent = server.persistent();
        if (!asked && server.rules().mayAskForVotes(persistent, voted)) {
            asked = true;
            RaftLog log = persistent.log();
            server.sendToOthers(
                    new RequestVote(persistent.currentTerm(), log.lastIndex(), log.lastTerm(), leadershipTransfer));
            count(server.self());
        }
    }

    @Override
    void electionTimeout() {
        server.startElection();
    }

    @Override
    void requestVoteReply(NodeId voter, RequestVoteReply reply) {
        if (reply.voteGranted()) {
            count(voter);
        }
    }

    private void count(NodeId voter) {
        ballot.add(voter);
        if (ballot.isWon()) {
            server.become(new Leader(server));
        }
    }
}
