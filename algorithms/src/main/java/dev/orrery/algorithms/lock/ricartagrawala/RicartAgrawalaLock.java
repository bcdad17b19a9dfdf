package dev.orrery.algorithms.lock.ricartagrawala;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.peer.PeerLock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Options;
import java.util.List;

/** The system {@code ricart-agrawala-lock}. */
public final class RicartAgrawalaLock extends PeerLock {
    @Override
    public String name() {
        return "ricart-agrawala-lock";
    }

    @Override
    public String description() {
        return "Ricart and Agrawala 1981: peers ask all and wait for all replies; who is inside or has asked earlier replies when"
                + " it leaves. 2(N-1) messages an entry for N peers; one that is gone blocks all. Clients ask the peer with"
                + " their number.";
    }

    @Override
    protected Process peer(Host host, List<NodeId> peers, Lease lease, Options options, LockRules rules) {
        return new RicartAgrawalaPeer(host, peers, lease, options.get(RETRANSMIT), rules);
    }
}
