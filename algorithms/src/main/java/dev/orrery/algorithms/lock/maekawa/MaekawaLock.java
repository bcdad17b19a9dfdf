package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.PeerLock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Options;
import java.util.List;

/** The system {@code maekawa-lock}. */
public final class MaekawaLock extends PeerLock {
    @Override
    public String name() {
        return "maekawa-lock";
    }

    @Override
    public String description() {
        return "Maekawa 1985: peers ask a quorum of about the square root of N for its votes; INQUIRE, FAILED and YIELD undo"
                + " deadlocks. 3(K-1) messages an entry for quorums of K, more under contention; one peer that is gone blocks"
                + " whoever has it in the quorum. Clients ask the peer with their number.";
    }

    @Override
    protected Process peer(Host host, List<NodeId> peers, Lease lease, Options options, LockRules rules) {
        return new MaekawaPeer(host, peers, lease, options.get(RETRANSMIT), rules);
    }
}
