package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement.AcceptedProposal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement.Promised;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an acceptor lets others know, promises and acceptances alike, never goes back behind a number that it let them know
 * before (§2.2, P1a), and after a crash it still knows that number (§2.4).
 */
public final class PromiseMonotonic implements MultiPaxosInvariant {
    private final JournalReader journals = new JournalReader(this::judge);
    private final Map<NodeId, Ballot> announced = new TreeMap<>();
    private final Set<NodeId> recovered = new TreeSet<>();
    private long changes;
    private long restarts;

    @Override
    public String name() {
        return "promise-monotonic";
    }

    @Override
    public @Nullable String ending(NodeId node, Process process) {
        return journals.judgeNew(node, (MultiPaxosState) process);
    }

    @Override
    public void crashed(NodeId node) {
        journals.crashed(node);
        recovered.remove(node);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        MultiPaxosState server = (MultiPaxosState) process;
        if (!server.isRunning()) {
            return null;
        }
        if (recovered.add(node)) {
            String violation = cameBack(node, server);
            if (violation != null) {
                return violation;
            }
        }
        return journals.judgeNew(node, server);
    }

    /** A server that knows that it forgets is no acceptor any more, and lets nobody know anything. */
    private @Nullable String cameBack(NodeId node, MultiPaxosState server) {
        Ballot before = announced.get(node);
        Ballot now = server.promised();
        restarts += before == null ? 0 : 1;
        return before == null || !server.isAcceptor() || (now != null && now.compareTo(before) >= 0)
                ? null
                : node + " came back with " + (now == null ? "no promise" : "a promise of " + now)
                        + ", though it had let" + " others know of " + before;
    }

    private @Nullable String judge(NodeId node, MultiPaxosState server, Announcement announcement) {
        Ballot ballot;
        String what;
        if (announcement instanceof Promised promise) {
            ballot = promise.ballot();
            what = " promises ";
        } else if (announcement instanceof AcceptedProposal vote) {
            ballot = vote.proposal().ballot();
            what = " accepts at instance " + vote.instance() + " under ";
        } else {
            return null;
        }
        Ballot before = announced.put(node, ballot);
        changes += ballot.equals(before) ? 0 : 1;
        return before != null && ballot.compareTo(before) < 0
                ? node + what + ballot + ", though it had let others know of " + before
                : null;
    }

    @Override
    public String evidence() {
        return "promises rose " + Counted.times(changes) + "; servers came back " + Counted.times(restarts);
    }
}
