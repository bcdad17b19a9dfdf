package dev.orrery.scenarios.explore;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.explore.AskingClient;
import dev.orrery.sim.explore.Model;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Invocation;
import dev.orrery.sim.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A scenario as a search sees it. */
public final class ScenarioModel {
    private ScenarioModel() {}

    /**
     * The scenario's servers, some of its clients, and its checks of the nodes.
     *
     * @param seed what the clients ask for is drawn from it
     * @throws IllegalArgumentException if there are too many nodes
     */
    public static Model of(Scenario scenario, Seed seed, Extent extent) {
        List<NodeId> servers = scenario.system().servers();
        List<NodeId> nodes = new ArrayList<>(servers);
        List<List<Invocation>> questions = questions(scenario, seed, extent);
        for (int client = 1; client <= questions.size(); client++) {
            nodes.add(new NodeId(nodes.size(), "c" + client));
        }
        return new Model(
                nodes,
                servers.size(),
                () -> factories(cluster(scenario), servers.size(), questions),
                invariants(scenario),
                cluster(scenario).alike());
    }

    private static Cluster cluster(Scenario scenario) {
        return scenario.system()
                .provider()
                .cluster(scenario.system().servers(), scenario.system().options());
    }

    private static List<List<Invocation>> questions(Scenario scenario, Seed seed, Extent extent) {
        Workload workload =
                scenario.workload().provider().workload(scenario.workload().config());
        int clients = Math.min(extent.clients(), scenario.workload().load().clients());
        List<List<Invocation>> questions = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            List<Invocation> its = new ArrayList<>();
            for (int ordinal = 0; ordinal < extent.operations(); ordinal++) {
                RandomStream random = new RandomStream(seed.key("explore c" + (client + 1) + " " + ordinal));
                its.add(workload.next(client, ordinal, random));
            }
            questions.add(its);
        }
        return questions;
    }

    private static List<ProcessFactory> factories(Cluster cluster, int servers, List<List<Invocation>> questions) {
        List<ProcessFactory> factories = new ArrayList<>();
        for (int server = 0; server < servers; server++) {
            factories.add(cluster::server);
        }
        for (List<Invocation> its : questions) {
            factories.add(host -> AskingClient.of(cluster.client(host), its));
        }
        return factories;
    }

    private static List<Supplier<Invariant>> invariants(Scenario scenario) {
        List<Supplier<Invariant>> invariants = new ArrayList<>();
        for (Check check : scenario.checks()) {
            if (check instanceof Check.OnNodes onNodes) {
                invariants.add(onNodes.make());
            }
        }
        return invariants;
    }
}
