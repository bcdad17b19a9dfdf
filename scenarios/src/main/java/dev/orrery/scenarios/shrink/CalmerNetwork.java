package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.network.NetworkConfig.Distance;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;

/** Takes from the network what it loses, doubles and draws: loss, duplicates, distances, the spread of latencies. */
final class CalmerNetwork implements Reduction {
    @Override
    public String dimension() {
        return "network";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        Scenario least = scenario;
        for (int change = 0; change < changes(least.network()).size(); change++) {
            NetworkConfig calmer = changes(least.network()).get(change);
            Scenario candidate = Draft.of(least).network(calmer).scenario();
            if (!calmer.equals(least.network()) && oracle.fails(candidate)) {
                least = candidate;
            }
        }
        return least;
    }

    private static List<NetworkConfig> changes(NetworkConfig now) {
        List<NetworkConfig> changes = new ArrayList<>();
        changes.add(calm(now, now.latency(), now.distances()));
        changes.add(with(now, now.latency(), Probability.NEVER, now.duplicate(), now.distances()));
        changes.add(with(now, now.latency(), now.loss(), Probability.NEVER, now.distances()));
        changes.add(with(now, now.latency(), now.loss(), now.duplicate(), List.of()));
        changes.add(with(now, NetworkConfig.DEFAULT.latency(), now.loss(), now.duplicate(), List.of()));
        changes.add(with(now, steady(now.latency()), now.loss(), now.duplicate(), steady(now.distances())));
        return changes;
    }

    /** The network without what it loses and doubles, with these latencies. */
    static NetworkConfig calm(NetworkConfig now, Distribution latency, List<Distance> distances) {
        return with(now, latency, Probability.NEVER, Probability.NEVER, distances);
    }

    /** Always the median. */
    static Distribution steady(Distribution latency) {
        return Distribution.constant(latency.sample(Long.MIN_VALUE));
    }

    /** Always the medians. */
    static List<Distance> steady(List<Distance> distances) {
        return distances.stream()
                .map(distance -> new Distance(distance.zone(), distance.other(), steady(distance.latency())))
                .toList();
    }

    private static NetworkConfig with(
            NetworkConfig now,
            Distribution latency,
            Probability loss,
            Probability duplicate,
            List<Distance> distances) {
        return new NetworkConfig(latency, loss, duplicate, distances, now.deliveries());
    }
}
