package dev.orrery.algorithms.lock.lamport;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.PeerLock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Options;
import java.util.List;

/** The system {@code lamport-lock}. */
public final class LamportLock extends PeerLock {
    @Override
    public String name() {
        return "lamport-lock";
    }

    @Override
    public String description() {
        return "Lamport 1978: peers ask all, enter at the head of the queue when something later has come from all, and release to"
                + " all. 3(N-1) messages an entry for N peers; one that is gone blocks all. Clients ask the peer with their"
                + " number.";
    }

    @Override
    protected Process peer(Host host, List<NodeId> peers, Lease lease, Options options, LockRules rules) {
        return new LamportPeer(host, peers, lease, options.get(RETRANSMIT));
    }
}
