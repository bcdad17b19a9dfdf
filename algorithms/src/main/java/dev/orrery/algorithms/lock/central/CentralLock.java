package dev.orrery.algorithms.lock.central;

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
import java.util.List;

/** The system {@code central-lock}. */
public final class CentralLock extends LockProvider {
    @Override
    public String name() {
        return "central-lock";
    }

    @Override
    public String description() {
        return "One server, n1, gives the lock to one client after the other, for a lease. While it is down nobody gets the"
                + " lock, and after a crash it waits until the leases that it gave are over.";
    }

    @Override
    protected List<Option<?>> ownOptions() {
        return List.of(DeskOptions.LEASE, DeskOptions.DRIFT);
    }

    @Override
    protected List<EventType> ownEvents() {
        return List.of(new EventType("lease-expired", "", "The server has not heard of a client for a lease."));
    }

    @Override
    protected List<String> ownRoles() {
        return List.of("recovering", "server");
    }

    @Override
    protected LockAlgorithm algorithm(List<NodeId> servers, Options options, long retryNanos, LockRules rules) {
        if (servers.size() != 1) {
            throw new IllegalArgumentException(
                    "central-lock has one server and the resource that it guards: 2 nodes, not "
                            + (servers.size() + 1));
        }
        Lease lease = DeskOptions.lease(options);
        return new LockAlgorithm() {
            @Override
            public Process server(Host host) {
                return new LockServer(host, lease);
            }

            @Override
            public DistributedLock lock(Host host) {
                return new DeskLock(host, servers.get(0), lease, retryNanos);
            }
        };
    }
}
