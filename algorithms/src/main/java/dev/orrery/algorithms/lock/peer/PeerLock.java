package dev.orrery.algorithms.lock.peer;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.DeskLock;
import dev.orrery.algorithms.lock.desk.DeskOptions;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.system.LockAlgorithm;
import dev.orrery.algorithms.lock.system.LockProvider;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.ArrayList;
import java.util.List;

/** A system of peers. Client c1 asks n1, c2 asks n2, and so on, and around again where there are more clients than peers. */
public abstract class PeerLock extends LockProvider {
    /** How long a message waits to be acknowledged before it is sent again. */
    protected static final Option<Long> RETRANSMIT = Option.duration(
            "retransmit",
            "1s",
            "How long a peer waits for a message to be acknowledged before it sends it again; above the round trip.");

    /** Makes a peer. */
    protected abstract Process peer(Host host, List<NodeId> peers, Lease lease, Options options, LockRules rules);

    /** What can be chosen beside what all peers take. */
    protected List<Option<?>> peerOptions() {
        return List.of(RETRANSMIT);
    }

    @Override
    protected final List<Option<?>> ownOptions() {
        List<Option<?>> all = new ArrayList<>(peerOptions());
        all.addAll(List.of(DeskOptions.LEASE, DeskOptions.DRIFT));
        return all;
    }

    @Override
    protected List<EventType> ownEvents() {
        return List.of(
                new EventType("requested", "", "A peer begins to ask the others for its client."),
                new EventType("entered", "fence", "A peer is let in, with this token."),
                new EventType("left", "", "A peer's client has left, and the peer tells the others."),
                new EventType("lease-expired", "", "A peer has not heard of its client for a lease."));
    }

    @Override
    protected final List<String> ownRoles() {
        return List.of("recovering", "idle", "waiting", "inside", "halted");
    }

    @Override
    protected final LockAlgorithm algorithm(List<NodeId> servers, Options options, long retryNanos, LockRules rules) {
        Lease lease = DeskOptions.lease(options);
        return new LockAlgorithm() {
            @Override
            public Process server(Host host) {
                return peer(host, servers, lease, options, rules);
            }

            @Override
            public DistributedLock lock(Host host) {
                // Clients come after the servers and the resource.
                int client = host.self().index() - servers.size() - 1;
                return new DeskLock(host, servers.get(Math.floorMod(client, servers.size())), lease, retryNanos);
            }
        };
    }
}
