package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The acceptor of all instances at once (§2.2, §3): it makes one promise for all of them. */
final class Acceptor {
    private final Host host;
    private final PaxosRules rules;
    private final StableState state;
    private final Outbox outbox;

    Acceptor(Host host, PaxosRules rules, StableState state, Outbox outbox) {
        this.host = host;
        this.rules = rules;
        this.state = state;
        this.outbox = outbox;
    }

    /** Phase 1(b); says whether it has promised. */
    boolean prepare(NodeId candidate, Prepare request) {
        Ballot ballot = request.ballot();
        Ballot promised = state.promised();
        if (promised != null && !rules.promises(promised, ballot)) {
            outbox.now(candidate, new Preempted(ballot, promised));
            return false;
        }
        promise(ballot);
        Instances instances = state.instances();
        outbox.whenDurable(
                candidate,
                new Promise(ballot, instances.chosenThrough(), instances.votesFrom(request.firstInstance())),
                List.of(new Announcement.Promised(ballot)));
        return true;
    }

    /** Phase 2(b); says whether it has accepted. */
    boolean accept(NodeId leader, Accept request) {
        Ballot ballot = request.ballot();
        Ballot promised = state.promised();
        if (promised != null && !rules.accepts(promised, ballot)) {
            outbox.now(leader, new Preempted(ballot, promised));
            return false;
        }
        promise(rules.promisedByAccepting(promised, ballot));
        List<Announcement> votes = new ArrayList<>();
        long instance = request.firstInstance();
        for (Object value : request.values()) {
            // What is known to be chosen is what a leader proposes there.
            if (state.instances().isOpen(instance)) {
                Proposal proposal = new Proposal(ballot, value);
                replace(instance, proposal);
                votes.add(new Announcement.AcceptedProposal(instance, proposal));
            }
            instance++;
        }
        outbox.whenDurable(
                leader,
                new Accepted(ballot, request.firstInstance(), request.values().size()),
                votes);
        return true;
    }

    private void promise(Ballot ballot) {
        state.promise(ballot);
        host.state("term", ballot.round());
    }

    private void replace(long instance, Proposal proposal) {
        Proposal before =
                instance <= state.instances().lastInstance() ? state.instances().proposal(instance) : null;
        if (before != null && !Objects.equals(before.value(), proposal.value())) {
            host.note("entry-overwritten", "index", instance);
        }
        state.put(instance, proposal);
    }

    /** What it has promised, not yet durable perhaps; null if nothing. */
    @Nullable
    Ballot promised() {
        return state.promised();
    }
}
