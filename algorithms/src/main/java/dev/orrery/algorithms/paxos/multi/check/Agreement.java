package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.paxos.multi.InstanceView;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement.AcceptedProposal;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * At each instance only a single value is chosen, and nobody learns that a value has been chosen unless it has (§2.1). A value
 * is chosen when a quorum of phase 2 has accepted one proposal, at whatever times.
 */
public final class Agreement implements MultiPaxosInvariant {
    private final JournalReader journals = new JournalReader(this::vote);
    private final Map<NodeId, Long> learnedThrough = new TreeMap<>();
    private final Map<Long, Decree> decrees = new TreeMap<>();
    private long chosen;
    private long learned;

    /** One instance. */
    private static final class Decree {
        @Nullable
        Proposal chosen;

        final List<Votes> proposals = new ArrayList<>(1);
    }

    /** Who has accepted a proposal. */
    private record Votes(Proposal proposal, Set<NodeId> acceptors) {}

    @Override
    public String name() {
        return "agreement";
    }

    @Override
    public @Nullable String ending(NodeId node, Process process) {
        return journals.judgeNew(node, (MultiPaxosState) process);
    }

    @Override
    public void crashed(NodeId node) {
        journals.crashed(node);
        learnedThrough.remove(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        MultiPaxosState server = (MultiPaxosState) process;
        String violation = journals.judgeNew(node, server);
        return violation != null ? violation : learned(node, server.instances());
    }

    private @Nullable String vote(NodeId acceptor, MultiPaxosState server, Announcement announcement) {
        if (!(announcement instanceof AcceptedProposal vote)) {
            return null;
        }
        Proposal proposal = vote.proposal();
        Decree decree = decrees.computeIfAbsent(vote.instance(), first -> new Decree());
        Proposal already = decree.chosen;
        if (already != null && already.value().equals(proposal.value())) {
            return null;
        }
        Votes votes = votes(decree, proposal);
        votes.acceptors().add(acceptor);
        if (votes.acceptors().size() < server.quorums().phase2()) {
            return null;
        }
        if (already != null) {
            return "two values are chosen at instance " + vote.instance() + ": " + already.value() + " under "
                    + already.ballot() + ", and " + proposal.value() + " under " + proposal.ballot() + ", which "
                    + votes.acceptors() + " have accepted";
        }
        chosen++;
        decree.chosen = proposal;
        decree.proposals.removeIf(each -> each.proposal().value().equals(proposal.value()));
        return null;
    }

    private static Votes votes(Decree decree, Proposal proposal) {
        for (Votes votes : decree.proposals) {
            if (votes.proposal().equals(proposal)) {
                return votes;
            }
        }
        Votes fresh = new Votes(proposal, new TreeSet<>());
        decree.proposals.add(fresh);
        return fresh;
    }

    private @Nullable String learned(NodeId node, InstanceView instances) {
        long before = learnedThrough.getOrDefault(node, 0L);
        long through = instances.chosenThrough();
        if (through <= before) {
            return null;
        }
        learnedThrough.put(node, through);
        for (long instance = Math.max(before + 1, instances.firstInstance()); instance <= through; instance++) {
            learned++;
            Proposal known = instances.proposal(instance);
            Decree decree = decrees.get(instance);
            Proposal right = decree == null ? null : decree.chosen;
            Object value = known == null ? null : known.value();
            if (right == null) {
                return node + " takes " + value + " for chosen at instance " + instance + ", where nothing is";
            }
            if (!right.value().equals(value)) {
                return node + " takes " + value + " for chosen at instance " + instance + ", where " + right.value()
                        + " is, under " + right.ballot();
            }
        }
        return null;
    }

    @Override
    public String evidence() {
        return "values were chosen at " + Counted.of(chosen, "instance") + ", and learned " + Counted.times(learned);
    }
}
