package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.network.Delivery;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.network.NetworkConfig.Distance;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the fates of the messages instead of drawing them, and then leaves out all that do not matter: these messages take
 * what messages usually take.
 */
final class NamedDeliveries implements Reduction {
    /** With more named messages a scenario is no smaller to its reader than with a drawn network. */
    static final int MOST = 40;

    /** Of more messages it would take very many runs to find out which matter. */
    private static final int MOST_TO_TRY = 500;

    @Override
    public String dimension() {
        return "deliveries";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        List<Delivery> all = scenario.network().deliveries();
        NetworkConfig steady = steady(scenario.network());
        boolean drawn = Size.isChancy(scenario);
        if (drawn) {
            all = oracle.show(scenario).deliveries();
            if (all.size() > MOST_TO_TRY || !oracle.fails(with(scenario, steady, all))) {
                return scenario;
            }
        }
        List<Delivery> least = Subsets.least(all, named -> oracle.fails(with(scenario, steady, named)));
        if (drawn && least.size() > MOST) {
            return scenario;
        }
        return with(scenario, steady, rounder(least, scenario, steady, oracle));
    }

    /** Each message with the roundest time that does. */
    private static List<Delivery> rounder(
            List<Delivery> named, Scenario scenario, NetworkConfig steady, Oracle oracle) {
        List<Delivery> rounded = new ArrayList<>(named);
        for (int i = 0; i < rounded.size(); i++) {
            Delivery now = rounded.get(i);
            if (now.after() == null) {
                continue;
            }
            List<Long> times = new ArrayList<>(Grid.below(now.after()));
            times.addAll(Grid.rounder(now.after()));
            for (long time : times) {
                List<Delivery> candidate = new ArrayList<>(rounded);
                candidate.set(i, new Delivery(now.from(), now.to(), now.kind(), now.number(), time, now.again()));
                if (oracle.fails(with(scenario, steady, candidate))) {
                    rounded = candidate;
                    break;
                }
            }
        }
        return rounded;
    }

    private static NetworkConfig steady(NetworkConfig now) {
        Distribution latency = CalmerNetwork.steady(now.latency());
        List<Distance> distances = CalmerNetwork.steady(now.distances());
        return new NetworkConfig(latency, Probability.NEVER, Probability.NEVER, distances);
    }

    private static Scenario with(Scenario scenario, NetworkConfig steady, List<Delivery> named) {
        return Draft.of(scenario)
                .network(new NetworkConfig(
                        steady.latency(), steady.loss(), steady.duplicate(), steady.distances(), named))
                .scenario();
    }
}
