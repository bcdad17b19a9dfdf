package dev.orrery.algorithms.raft.kv;

import dev.orrery.algorithms.raft.RaftOptions;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.raft.RaftServer;
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
import java.util.TreeMap;

/** The servers and clients of one run. */
final class RaftKvCluster implements Cluster {
    private final List<NodeId> servers;
    private final RaftOptions options;
    private final long clientRetry;
    private final RaftRules rules;
    private final Leadership leadership = new Leadership();
    private final AgreedOrder order = new AgreedOrder();
    private final Map<NodeId, RaftServer> running = new TreeMap<>();

    RaftKvCluster(List<NodeId> servers, RaftOptions options, long clientRetry, RaftRules rules) {
        this.servers = List.copyOf(servers);
        this.options = options;
        this.clientRetry = clientRetry;
        this.rules = rules;
    }

    @Override
    public Process server(Host host) {
        RaftServer server = new RaftServer(host, servers, options, rules, new KeyValueStore(), order);
        running.put(host.self(), server);
        return server;
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
