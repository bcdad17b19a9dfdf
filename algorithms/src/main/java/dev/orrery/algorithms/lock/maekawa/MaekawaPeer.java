package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.maekawa.Voter.Ask;
import dev.orrery.algorithms.lock.peer.Links;
import dev.orrery.algorithms.lock.peer.Numbered;
import dev.orrery.algorithms.lock.peer.Peer;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A peer that enters when its whole quorum has given it their votes. It gives a vote back when it is inquired for and some
 * other member of the quorum has told it that another one comes first. The fencing token is one more than the greatest that
 * any of the quorum knows; the quorum learns it with the release.
 */
final class MaekawaPeer extends Peer implements Voter.Answers {
    private final Links links;
    private final List<NodeId> all;
    private final List<NodeId> quorum;
    private final Voter voter;
    private final Set<NodeId> votes = new TreeSet<>();
    private final Set<NodeId> failures = new TreeSet<>();
    private final Set<NodeId> inquiries = new TreeSet<>();
    private long clock;
    private long fence;
    private @Nullable Ask own;

    MaekawaPeer(Host host, List<NodeId> all, Lease lease, long retransmitNanos, LockRules rules) {
        super(host, all, lease);
        this.all = all;
        quorum = Quorums.of(host.self().index(), all.size()).stream()
                .map(all::get)
                .toList();
        voter = new Voter(rules, this);
        links = new Links(host, others(), retransmitNanos, this::take);
    }

    @Override
    protected void request() {
        Ask ask = new Ask(++clock, host().self().index());
        own = ask;
        votes.clear();
        failures.clear();
        inquiries.clear();
        for (NodeId member : quorum) {
            if (!isSelf(member)) {
                links.send(member, number -> new VoteRequest(number, ask.time()));
            }
        }
        // Last, so that a peer that is its own quorum does not enter before it has asked.
        voter.requested(ask);
    }

    @Override
    protected void exit() {
        Ask ask = own;
        own = null;
        if (ask == null) {
            return;
        }
        for (NodeId member : quorum) {
            if (!isSelf(member)) {
                links.send(member, number -> new Release(number, ask.time(), fence));
            }
        }
        voter.released(ask, fence);
    }

    private boolean isSelf(NodeId peer) {
        return peer.equals(host().self());
    }

    @Override
    protected void peerSays(NodeId from, Message message) {
        links.receive(from, message);
    }

    private void take(NodeId from, Numbered message) {
        if (message instanceof VoteRequest request) {
            clock = Math.max(clock, request.time());
            voter.requested(new Ask(request.time(), from.index()));
        } else if (message instanceof Yield yield) {
            voter.yielded(new Ask(yield.time(), from.index()));
        } else if (message instanceof Release release) {
            voter.released(new Ask(release.time(), from.index()), release.fence());
        } else if (message instanceof Locked locked) {
            voted(from, locked.time(), locked.fence());
        } else if (message instanceof Failed failed) {
            failedAt(from, failed.time());
        } else if (message instanceof Inquire inquire) {
            inquired(from, inquire.time());
        }
    }

    private boolean waitsWith(long time) {
        Ask ask = own;
        return ask != null && ask.time() == time && !isInside();
    }

    private void voted(NodeId member, long time, long known) {
        if (!waitsWith(time)) {
            return;
        }
        failures.remove(member);
        votes.add(member);
        fence = Math.max(fence, known);
        if (votes.size() == quorum.size()) {
            fence++;
            enter(fence);
        }
    }

    private void failedAt(NodeId member, long time) {
        if (waitsWith(time)) {
            failures.add(member);
            List.copyOf(inquiries).forEach(this::yieldTo);
        }
    }

    private void inquired(NodeId member, long time) {
        if (!waitsWith(time) || !votes.contains(member)) {
            return;
        }
        if (failures.isEmpty()) {
            inquiries.add(member);
        } else {
            yieldTo(member);
        }
    }

    private void yieldTo(NodeId member) {
        Ask ask = own;
        if (ask == null) {
            return;
        }
        inquiries.remove(member);
        votes.remove(member);
        failures.add(member);
        if (isSelf(member)) {
            voter.yielded(ask);
        } else {
            links.send(member, number -> new Yield(number, ask.time()));
        }
    }

    @Override
    public void locked(Ask ask, long known) {
        NodeId to = all.get(ask.peer());
        if (isSelf(to)) {
            voted(to, ask.time(), known);
        } else {
            links.send(to, number -> new Locked(number, ask.time(), known));
        }
    }

    @Override
    public void failed(Ask ask) {
        NodeId to = all.get(ask.peer());
        if (isSelf(to)) {
            failedAt(to, ask.time());
        } else {
            links.send(to, number -> new Failed(number, ask.time()));
        }
    }

    @Override
    public void inquire(Ask ask) {
        NodeId to = all.get(ask.peer());
        if (isSelf(to)) {
            inquired(to, ask.time());
        } else {
            links.send(to, number -> new Inquire(number, ask.time()));
        }
    }
}
