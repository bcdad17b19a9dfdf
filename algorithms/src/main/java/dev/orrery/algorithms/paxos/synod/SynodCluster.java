package dev.orrery.algorithms.paxos.synod;

import dev.orrery.algorithms.paxos.Layout;
import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.PaxosServer;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.time.DurationRange;
import java.util.List;

/** The servers and clients of one run. */
final class SynodCluster implements Cluster {
    private final Layout layout;
    private final DurationRange timeout;
    private final long clientRetry;
    private final PaxosRules rules;

    SynodCluster(Layout layout, DurationRange timeout, long clientRetry, PaxosRules rules) {
        this.layout = layout;
        this.timeout = timeout;
        this.clientRetry = clientRetry;
        this.rules = rules;
    }

    /** The first servers propose, the others accept; of too few servers the last one accepts. */
    static Layout layout(List<NodeId> servers, int proposers) {
        if (servers.size() == 1) {
            throw new IllegalArgumentException("the Synod needs two servers at least: a proposer and an acceptor");
        }
        int proposing = Math.min(proposers, servers.size() - 1);
        return new Layout(servers.subList(0, proposing), servers.subList(proposing, servers.size()));
    }

    @Override
    public Process server(Host host) {
        return PaxosServer.of(host, layout, timeout, rules);
    }

    @Override
    public Client client(Host host) {
        return new SynodClient(host, layout.proposers(), clientRetry);
    }

    /** It does not matter which acceptor does what. Proposers differ in the order of their numbers. */
    @Override
    public List<List<NodeId>> alike() {
        return List.of(layout.acceptors());
    }
}
