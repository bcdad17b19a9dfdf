package dev.orrery.algorithms.lock.system;

import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.resource.Resource;
import dev.orrery.algorithms.lock.section.SectionClient;
import dev.orrery.sim.Observer;
import dev.orrery.sim.check.StallReason;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Cluster;

/** The servers, the resource and the clients of one run. */
final class LockCluster implements Cluster {
    private final LockAlgorithm algorithm;
    private final NodeId resource;
    private final boolean fencing;
    private final boolean reentrant;
    private final long retryNanos;
    private final LockRules rules;
    private final WhoHolds whoHolds = new WhoHolds();

    LockCluster(
            LockAlgorithm algorithm,
            NodeId resource,
            boolean fencing,
            boolean reentrant,
            long retryNanos,
            LockRules rules) {
        this.algorithm = algorithm;
        this.resource = resource;
        this.fencing = fencing;
        this.reentrant = reentrant;
        this.retryNanos = retryNanos;
        this.rules = rules;
    }

    @Override
    public Process server(Host host) {
        return host.self().equals(resource) ? new Resource(host, fencing, rules) : algorithm.server(host);
    }

    @Override
    public Client client(Host host) {
        return new SectionClient(host, algorithm.lock(host), resource, reentrant, retryNanos, rules);
    }

    @Override
    public Observer observer() {
        return whoHolds;
    }

    @Override
    public StallReason stallReason() {
        return whoHolds;
    }
}
