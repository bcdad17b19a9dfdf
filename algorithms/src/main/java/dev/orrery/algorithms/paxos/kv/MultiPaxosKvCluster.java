package dev.orrery.algorithms.paxos.kv;

import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.multi.Installation;
import dev.orrery.algorithms.paxos.multi.MultiPaxosOptions;
import dev.orrery.algorithms.paxos.multi.MultiPaxosServer;
import dev.orrery.algorithms.paxos.multi.Quorums;
import dev.orrery.algorithms.statemachine.AgreedOrder;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.algorithms.statemachine.SessionClient;
import dev.orrery.algorithms.statemachine.leader.LeaderStallReason;
import dev.orrery.algorithms.statemachine.leader.Leadership;
import dev.orrery.sim.Observer;
import dev.orrery.sim.check.StallReason;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Cluster;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The servers and clients of one run, and what their operator knows. */
final class MultiPaxosKvCluster implements Cluster {
    private final List<NodeId> servers;
    private final MultiPaxosOptions options;
    private final Quorums quorums;
    private final long clientRetry;
    private final PaxosRules rules;
    private final Leadership leadership = new Leadership();
    private final AgreedOrder order = new AgreedOrder();
    private final Map<NodeId, MultiPaxosServer> running = new TreeMap<>();
    private final Set<NodeId> setUp = new TreeSet<>();

    MultiPaxosKvCluster(
            List<NodeId> servers, MultiPaxosOptions options, Quorums quorums, long clientRetry, PaxosRules rules) {
        this.servers = List.copyOf(servers);
        this.options = options;
        this.quorums = quorums;
        this.clientRetry = clientRetry;
        this.rules = rules;
    }

    @Override
    public Process server(Host host) {
        MultiPaxosServer server = new MultiPaxosServer(
                host, servers, options, quorums, rules, new KeyValueStore(), order, installation(host.self()));
        running.put(host.self(), server);
        return server;
    }

    private Installation installation(NodeId server) {
        return new Installation() {
            @Override
            public boolean isDone() {
                return setUp.contains(server);
            }

            @Override
            public void done() {
                setUp.add(server);
            }
        };
    }

    @Override
    public Client client(Host host) {
        return new SessionClient(host, servers, clientRetry, KeyValueStore::onlyLooks);
    }

    @Override
    public Observer observer() {
        return leadership;
    }

    @Override
    public long placeOf(Object name) {
        return order.placeOf(name);
    }

    @Override
    public StallReason stallReason() {
        return new LeaderStallReason(leadership, running);
    }
}
