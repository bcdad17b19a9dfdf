package dev.orrery.scenarios;

import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What runs on the servers.
 *
 * @param provider sets up the cluster
 * @param nodes the servers at the beginning, in order, from 1 to {@value #MOST_NODES}
 * @param options values for the provider's options
 */
public record SystemSpec(SystemProvider provider, List<Node> nodes, Options options) {

    /** The most servers that a run begins with. */
    public static final int MOST_NODES = 10_000;

    /** Takes the list as it is now. */
    public SystemSpec {
        nodes = List.copyOf(nodes);
    }

    /**
     * The same with another value for one of the provider's options.
     *
     * @throws IllegalArgumentException if it has no such option, or the option no such value
     */
    public SystemSpec with(String option, String value) {
        Map<String, String> texts = new LinkedHashMap<>(options.texts());
        texts.put(option, value);
        return new SystemSpec(provider, nodes, Options.of(provider.options(), texts));
    }

    /**
     * A server.
     *
     * @param name unique in its scenario
     * @param zone where it stands; null: in none
     */
    public record Node(String name, @Nullable String zone) {}

    /** The servers' ids, with the indices from 0 on. */
    public List<NodeId> servers() {
        List<NodeId> servers = new ArrayList<>();
        for (Node node : nodes) {
            servers.add(new NodeId(servers.size(), node.name()));
        }
        return servers;
    }
}
