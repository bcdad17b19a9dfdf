package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.node.NodeId;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Executes phase 1 for all instances of which it does not know what was chosen (§3). Before it leads it learns all that any
 * acceptor of its quorum knows to be chosen.
 */
final class Candidate extends Role {
    private final Ballot ballot;
    private final Prepare prepare;
    private final Set<NodeId> promised = new TreeSet<>();

    /** At each instance, the highest-numbered proposal that a promise reports. */
    private final TreeMap<Long, Proposal> reported = new TreeMap<>();

    private long chosenThrough;
    private @Nullable NodeId knowsMost;

    Candidate(MultiPaxosServer server) {
        super(server);
        ballot = server.nextBallot();
        prepare = new Prepare(ballot, server.commitIndex() + 1);
    }

    @Override
    String name() {
        return "candidate";
    }

    /** Its own promise keeps the number from being used again (§2.4), so the others hear of it when that is durable. */
    @Override
    void begin() {
        server.resetElectionTimer();
        server.note("election-started", "term", ballot.round());
        server.prepareOwn(prepare);
    }

    @Override
    void promise(NodeId acceptor, Promise promise) {
        if (!promise.ballot().equals(ballot) || isEnough() || !promised.add(acceptor)) {
            return;
        }
        promise.accepted().forEach(this::report);
        if (promise.chosenThrough() > chosenThrough) {
            chosenThrough = promise.chosenThrough();
            knowsMost = acceptor;
        }
        if (acceptor.equals(server.self())) {
            server.sendToOthers(prepare);
        }
        if (isEnough()) {
            leadOrLearn();
        }
    }

    private boolean isEnough() {
        return promised.size() >= server.quorums().phase1();
    }

    private void report(Vote vote) {
        Proposal other = reported.get(vote.instance());
        if (other == null || other.ballot().compareTo(vote.proposal().ballot()) < 0) {
            reported.put(vote.instance(), vote.proposal());
        }
    }

    private void leadOrLearn() {
        if (chosenThrough <= server.commitIndex()) {
            server.become(new Leader(server, ballot, reported));
        } else if (knowsMost != null) {
            server.learnFrom(knowsMost, chosenThrough);
        }
    }

    @Override
    void learned() {
        if (isEnough()) {
            leadOrLearn();
        }
    }

    @Override
    void preempted(Preempted preempted) {
        if (preempted.ballot().equals(ballot)) {
            server.heardOf(preempted.promised().round());
            server.become(new Follower(server));
        }
    }
}
