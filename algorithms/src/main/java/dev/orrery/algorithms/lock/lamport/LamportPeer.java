package dev.orrery.algorithms.lock.lamport;

import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.Links;
import dev.orrery.algorithms.lock.peer.Numbered;
import dev.orrery.algorithms.lock.peer.Peer;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lamport's five rules (1978, p. 561). Every peer keeps the queue of all requests; it enters when its own is the first, and
 * something later has come from everybody. The fencing token is the request's place in the total order.
 */
final class LamportPeer extends Peer {
    private final Links links;
    private final int peers;
    private final TreeSet<Stamp> queue = new TreeSet<>();
    private final Map<NodeId, Stamp> latest = new TreeMap<>();
    private long clock;
    private @Nullable Stamp own;

    LamportPeer(Host host, List<NodeId> all, Lease lease, long retransmitNanos) {
        super(host, all, lease);
        peers = all.size();
        links = new Links(host, others(), retransmitNanos, this::take);
        others().forEach(other -> latest.put(other, new Stamp(0, other.index())));
    }

    @Override
    protected void request() {
        Stamp mine = new Stamp(++clock, host().self().index());
        own = mine;
        queue.add(mine);
        others().forEach(other -> links.send(other, number -> new LamportRequest(number, mine.time())));
        enterIfFirst();
    }

    @Override
    protected void exit() {
        queue.remove(own);
        own = null;
        long time = ++clock;
        others().forEach(other -> links.send(other, number -> new LamportRelease(number, time)));
    }

    @Override
    protected void peerSays(NodeId from, Message message) {
        links.receive(from, message);
    }

    private void take(NodeId from, Numbered message) {
        if (message instanceof LamportRequest request) {
            heard(from, request.time());
            queue.add(new Stamp(request.time(), from.index()));
            long time = ++clock;
            links.send(from, number -> new LamportReply(number, time));
        } else if (message instanceof LamportReply reply) {
            heard(from, reply.time());
        } else if (message instanceof LamportRelease release) {
            heard(from, release.time());
            queue.removeIf(stamp -> stamp.peer() == from.index());
        }
        enterIfFirst();
    }

    private void heard(NodeId from, long time) {
        clock = Math.max(clock, time) + 1;
        latest.put(from, new Stamp(time, from.index()));
    }

    private void enterIfFirst() {
        Stamp mine = own;
        if (mine != null
                && !isInside()
                && queue.first().equals(mine)
                && latest.values().stream().allMatch(heard -> heard.compareTo(mine) > 0)) {
            enter(mine.time() * peers + mine.peer());
        }
    }
}
