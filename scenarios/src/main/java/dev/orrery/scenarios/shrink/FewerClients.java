package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;
import dev.orrery.sim.network.Delivery;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.workload.Load;
import dev.orrery.sim.workload.Rate;
import dev.orrery.sim.workload.Turn;
import java.util.List;

/** Leaves out clients. Those that stay ask as often as before. */
final class FewerClients implements Reduction {
    /** Beyond so many, it is halving that finds the number. */
    private static final int ONE_BY_ONE = 4;

    private static final long HOUR = 3_600_000_000_000L;

    @Override
    public String dimension() {
        return "clients";
    }

    @Override
    public Scenario reduce(Scenario scenario, Oracle oracle) {
        int clients = scenario.workload().load().clients();
        for (int fewer = 1; fewer < clients && fewer <= ONE_BY_ONE; fewer++) {
            Scenario candidate = with(scenario, fewer);
            if (oracle.fails(candidate)) {
                return candidate;
            }
        }
        Scenario least = scenario;
        for (int fewer = clients / 2; fewer > ONE_BY_ONE; fewer /= 2) {
            Scenario candidate = with(scenario, fewer);
            if (!oracle.fails(candidate)) {
                return least;
            }
            least = candidate;
        }
        return least;
    }

    private static Scenario with(Scenario scenario, int clients) {
        Load load = scenario.workload().load();
        List<Turn> turns = scenario.workload().only().stream()
                .filter(turn -> isAmong(turn.client(), clients))
                .toList();
        List<Delivery> deliveries = scenario.network().deliveries().stream()
                .filter(delivery -> isAmong(delivery.from(), clients) && isAmong(delivery.to(), clients))
                .toList();
        NetworkConfig network = scenario.network();
        return Draft.of(scenario)
                .load(load instanceof Load.Open open ? open(open, clients) : closed(load, clients))
                .only(turns)
                .network(new NetworkConfig(
                        network.latency(), network.loss(), network.duplicate(), network.distances(), deliveries))
                .scenario();
    }

    private static boolean isAmong(String node, int clients) {
        return !node.matches("c[0-9]{1,9}") || Integer.parseInt(node.substring(1)) <= clients;
    }

    private static Load closed(Load load, int clients) {
        return new Load.Closed(clients, ((Load.Closed) load).think());
    }

    private static Load open(Load.Open open, int clients) {
        List<Load.Stage> stages = open.stages().stream()
                .map(stage -> new Load.Stage(slower(stage.rate(), clients, open.clients()), stage.length()))
                .toList();
        return new Load.Open(clients, open.arrival(), stages);
    }

    /** So that each client asks as often: by the second or, where that is no whole number, by the minute or the hour. */
    private static Rate slower(Rate rate, int clients, int before) {
        long count = rate.count() * clients;
        long per = rate.per();
        for (int times : List.of(1, 60, 3600)) {
            if (count * times % before == 0 && per * times <= HOUR) {
                return new Rate(count * times / before, per * times);
            }
        }
        return new Rate(Math.max(1, count / before), per);
    }
}
