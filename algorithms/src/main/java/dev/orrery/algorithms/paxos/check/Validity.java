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
import org.jspecify.annotations.Nullable;

/** Only a value that has been proposed may be chosen (§2.1): acceptors accept nothing that no client asked for. */
public final class Validity implements Invariant, Fingerprinted {
    private final List<Object> proposed = new ArrayList<>();

    @Override
    public String name() {
        return "validity";
    }

    @Override
    public boolean concerns(Process process) {
        return process instanceof PaxosState;
    }

    /** A proposer that is killed while it asks for promises wanted a value. */
    @Override
    public @Nullable String ending(NodeId node, Process process) {
        return touched(node, process);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        PaxosState state = (PaxosState) process;
        Object wanted = state.proposing();
        if (wanted != null && !proposed.contains(wanted)) {
            proposed.add(wanted);
        }
        AcceptorState acceptor = state.acceptor();
        Proposal accepted = acceptor == null ? null : acceptor.accepted();
        return accepted == null || proposed.contains(accepted.value())
                ? null
                : node + " has accepted " + accepted.value() + ", which nobody wanted to be chosen";
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.unordered(proposed, Fingerprint::value);
    }

    @Override
    public String evidence() {
        return proposed.size() + " values were proposed";
    }
}
