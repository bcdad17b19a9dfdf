package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.NodeId;
import java.util.List;

/** The servers of a cluster, and what a majority of them is. */
final class Configuration {
    private final List<NodeId> servers;

    /** All servers, one at least; each once. */
    Configuration(List<NodeId> servers) {
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one server");
        }
        this.servers = List.copyOf(servers);
    }

    /** In order. */
    List<NodeId> servers() {
        return servers;
    }

    /** All but one. */
    List<NodeId> othersThan(NodeId self) {
        return servers.stream().filter(server -> !server.equals(self)).toList();
    }

    /** How many servers any decision takes: any two majorities have one in common. */
    int majority() {
        return servers.size() / 2 + 1;
    }

    boolean contains(NodeId node) {
        return servers.contains(node);
    }
}
