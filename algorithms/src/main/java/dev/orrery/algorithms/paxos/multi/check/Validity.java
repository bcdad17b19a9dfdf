package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement.AcceptedProposal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement.Asked;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.algorithms.paxos.multi.NoOp;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Only a value that has been proposed may be chosen (§2.1): acceptors accept commands that clients asked for, and no-ops. */
public final class Validity implements MultiPaxosInvariant {
    private final JournalReader journals = new JournalReader(this::judge);
    private final Set<Object> asked = new LinkedHashSet<>();

    @Override
    public String name() {
        return "validity";
    }

    @Override
    public @Nullable String ending(NodeId node, Process process) {
        return journals.judgeNew(node, (MultiPaxosState) process);
    }

    @Override
    public void crashed(NodeId node) {
        journals.crashed(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        return journals.judgeNew(node, (MultiPaxosState) process);
    }

    private @Nullable String judge(NodeId node, MultiPaxosState server, Announcement announcement) {
        if (announcement instanceof Asked request) {
            asked.add(request.value());
        } else if (announcement instanceof AcceptedProposal vote
                && vote.proposal().value() != NoOp.NO_OP
                && !asked.contains(vote.proposal().value())) {
            return node + " has accepted " + vote.proposal().value() + " at instance " + vote.instance()
                    + ", which no client asked for";
        }
        return null;
    }

    @Override
    public String evidence() {
        return "clients asked for " + Counted.of(asked.size(), "command");
    }
}
