package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.SystemSpec.Node;
import dev.orrery.sim.fault.FaultPlan;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.network.Delivery;
import dev.orrery.sim.network.NetworkConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leaves out servers, and with them what is said of them alone. Those that stay keep their names, and so their draws. */
final class FewerServers implements Reduction {
    @Override
    public String dimension() {
        return "servers";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        List<Node> least = Subsets.least(
                scenario.system().nodes(), nodes -> !nodes.isEmpty() && oracle.fails(with(scenario, nodes)));
        return with(scenario, least);
    }

    private static Scenario with(Scenario scenario, List<Node> nodes) {
        if (nodes.equals(scenario.system().nodes())) {
            return scenario;
        }
        List<String> names = new ArrayList<>();
        nodes.forEach(node -> names.add(node.name()));
        List<String> left = new ArrayList<>(names);
        for (int client = 1; client <= scenario.workload().load().clients(); client++) {
            left.add("c" + client);
        }
        List<PlannedFault> faults = scenario.faults().faults().stream()
                .map(planned -> FaultEdits.among(planned, left))
                .flatMap(Optional::stream)
                .toList();
        return Draft.of(scenario)
                .nodes(nodes)
                .plan(new FaultPlan(
                        faults,
                        scenario.faults().nemesis(),
                        FaultEdits.among(scenario.faults().heal(), names)))
                .network(among(scenario.network(), left))
                .scenario();
    }

    private static NetworkConfig among(NetworkConfig network, List<String> nodes) {
        List<Delivery> deliveries = network.deliveries().stream()
                .filter(delivery -> nodes.contains(delivery.from()) && nodes.contains(delivery.to()))
                .toList();
        return new NetworkConfig(
                network.latency(), network.loss(), network.duplicate(), network.distances(), deliveries);
    }
}
