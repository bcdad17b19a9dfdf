package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Different proposers choose their numbers from disjoint sets (§2.4): under one ballot one server leads, in one of its lives. */
public final class OneLeaderPerBallot implements MultiPaxosInvariant {
    private final Map<Ballot, NodeId> leaderOf = new TreeMap<>();
    private final Map<NodeId, Ballot> leads = new TreeMap<>();

    @Override
    public String name() {
        return "one-leader-per-ballot";
    }

    @Override
    public void crashed(NodeId node) {
        leads.remove(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        Ballot ballot = ((MultiPaxosState) process).leads();
        if (ballot == null) {
            leads.remove(node);
            return null;
        }
        if (ballot.equals(leads.put(node, ballot))) {
            return null;
        }
        NodeId first = leaderOf.putIfAbsent(ballot, node);
        if (first == null) {
            return null;
        }
        return first.equals(node)
                ? node + " leads under " + ballot + " for a second time"
                : "two leaders under ballot " + ballot + ": " + first + " and " + node;
    }

    @Override
    public String evidence() {
        return Counted.of(leaderOf.size(), "ballot") + " had a leader";
    }
}
