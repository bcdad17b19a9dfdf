package dev.orrery.algorithms.paxos.check;

import dev.orrery.algorithms.paxos.AcceptorState;
import dev.orrery.algorithms.paxos.PaxosState;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Only a single value is chosen, and nobody learns that a value has been chosen unless it has (§2.1). A value is chosen when
 * a majority of acceptors has accepted one proposal, at whatever times, and some of them may have accepted another since.
 */
public final class Agreement implements Invariant, Fingerprinted {
    /** All that ever were seen; they do not change while a run goes on. */
    private final Set<NodeId> acceptors = new TreeSet<>();

    private final List<Votes> proposals = new ArrayList<>();
    private @Nullable Proposal chosen;
    private long learned;

    /** Who has accepted a proposal. */
    private record Votes(Proposal proposal, Set<NodeId> acceptors) {}

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public boolean concerns(Process process) {
        return process instanceof PaxosState;
    }

    /** An acceptor that is killed while it tells the learners of a proposal has accepted it. */
    @Override
    public @Nullable String ending(NodeId node, Process process) {
        return touched(node, process);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        PaxosState state = (PaxosState) process;
        AcceptorState acceptor = state.acceptor();
        if (acceptor != null) {
            acceptors.add(node);
            return acceptor.accepted() == null ? null : vote(node, acceptor.accepted());
        }
        Object value = state.learned();
        if (value == null) {
            return null;
        }
        learned++;
        if (chosen == null) {
            return node + " has learned that " + value + " was chosen, and nothing was";
        }
        return value.equals(chosen.value())
                ? null
                : node + " has learned that " + value + " was chosen, and " + chosen.value() + " was";
    }

    private @Nullable String vote(NodeId acceptor, Proposal proposal) {
        Votes votes = votes(proposal);
        if (!votes.acceptors().add(acceptor) || votes.acceptors().size() < acceptors.size() / 2 + 1) {
            return null;
        }
        if (chosen == null) {
            chosen = proposal;
        }
        return Objects.equals(chosen.value(), proposal.value())
                ? null
                : "two values are chosen: " + chosen.value() + " by proposal " + chosen.ballot() + ", and "
                        + proposal.value() + " by proposal " + proposal.ballot() + ", which " + votes.acceptors()
                        + " have accepted";
    }

    private Votes votes(Proposal proposal) {
        for (Votes votes : proposals) {
            if (votes.proposal().equals(proposal)) {
                return votes;
            }
        }
        Votes fresh = new Votes(proposal, new TreeSet<>());
        proposals.add(fresh);
        return fresh;
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.value(chosen == null ? null : chosen.value());
        into.unordered(acceptors, Fingerprint::value);
        into.unordered(
                proposals,
                (print, votes) -> print.value(votes.proposal()).unordered(votes.acceptors(), Fingerprint::value));
    }

    @Override
    public String evidence() {
        return proposals.size() + " proposals were accepted by somebody, and learners were looked at " + learned
                + " times that knew a value";
    }
}
