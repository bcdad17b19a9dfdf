package dev.orrery.algorithms.lock.ricartagrawala;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.Links;
import dev.orrery.algorithms.lock.peer.Numbered;
import dev.orrery.algorithms.lock.peer.Peer;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Ricart and Agrawala 1981, §2. A reply carries the clock of its sender, which the paper does not ask for: without it a peer
 * that replies could be passed over again and again by one whose clock is behind. The fencing token is the request's place
 * in the order of (sequence number, peer).
 */
final class RicartAgrawalaPeer extends Peer {
    private static final long NONE = 0;

    private final Links links;
    private final LockRules rules;
    private final int peers;
    private final Set<NodeId> outstanding = new TreeSet<>();
    private final Set<NodeId> deferred = new TreeSet<>();
    private long clock;
    /** The sequence number of the own request, {@link #NONE} if there is none. */
    private long own;

    RicartAgrawalaPeer(Host host, List<NodeId> all, Lease lease, long retransmitNanos, LockRules rules) {
        super(host, all, lease);
        this.rules = rules;
        peers = all.size();
        links = new Links(host, others(), retransmitNanos, this::take);
    }

    @Override
    protected void request() {
        long time = ++clock;
        own = time;
        outstanding.addAll(others());
        others().forEach(other -> links.send(other, number -> new Request(number, time)));
        enterIfPermitted();
    }

    @Override
    protected void exit() {
        own = NONE;
        deferred.forEach(this::permit);
        deferred.clear();
    }

    @Override
    protected void peerSays(NodeId from, Message message) {
        links.receive(from, message);
    }

    private void take(NodeId from, Numbered message) {
        if (message instanceof Request request) {
            clock = Math.max(clock, request.time());
            boolean first = own != NONE
                    && (isInside() || rules.precedes(own, host().self().index(), request.time(), from.index()));
            if (first) {
                deferred.add(from);
            } else {
                permit(from);
            }
        } else if (message instanceof Permission permission) {
            clock = Math.max(clock, permission.time());
            outstanding.remove(from);
            enterIfPermitted();
        }
    }

    private void permit(NodeId other) {
        links.send(other, number -> new Permission(number, clock));
    }

    private void enterIfPermitted() {
        if (own != NONE && !isInside() && outstanding.isEmpty()) {
            enter(own * peers + host().self().index());
        }
    }
}
