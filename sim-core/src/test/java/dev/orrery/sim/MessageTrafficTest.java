package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageTrafficTest {
    private static final long MS = 1_000_000;
    private static final NodeId N1 = new NodeId(0, "n1");

    private record Greeting(int number) implements Message {}

    /** Greets n1 a hundred times, one greeting a millisecond. */
    private record Greeter(Host host) implements Process {
        @Override
        public void start() {
            for (int i = 0; i < 100; i++) {
                int number = i;
                host.after("greet", i * MS, () -> host.send(N1, new Greeting(number)));
            }
        }

        @Override
        public void receive(NodeId from, Message message) {}
    }

    private static Simulation greetings(Probability loss, Probability duplicate) {
        NetworkConfig network = new NetworkConfig(Distribution.constant(MS / 2), loss, duplicate);
        Simulation simulation = new Simulation(new Seed(3), new SimulationConfig(network, DiskConfig.DEFAULT, 1_000));
        simulation.add("n1", host -> new Process() {
            @Override
            public void start() {}

            @Override
            public void receive(NodeId from, Message message) {}
        });
        simulation.add("n2", Greeter::new);
        return simulation;
    }

    private static MessageTraffic after(Simulation simulation, long time) {
        simulation.runUntil(time);
        assertEquals(1, simulation.traffic().size());
        return simulation.traffic().get(0);
    }

    @Test
    void onAReliableNetworkAllIsDeliveredButWhatIsUnderWay() {
        assertEquals(
                new MessageTraffic("Greeting", 11, 10, 0, 0),
                after(greetings(Probability.NEVER, Probability.NEVER), 10 * MS));
    }

    @Test
    void inTheEndEachCopyWasDeliveredOrLost() {
        MessageTraffic traffic = after(greetings(Probability.percent(20), Probability.percent(20)), 1_000 * MS);
        assertEquals(100, traffic.sent());
        assertTrue(traffic.lost() > 0 && traffic.duplicated() > 0, traffic::toString);
        assertEquals(traffic.sent() + traffic.duplicated(), traffic.delivered() + traffic.lost());
    }

    @Test
    void whatReachesANodeThatIsDownOrCutOffIsLost() {
        Simulation simulation = greetings(Probability.NEVER, Probability.NEVER);
        simulation.at(10 * MS, () -> simulation.kill(N1, CrashPolicy.KEEP));
        simulation.at(20 * MS, () -> simulation.restart(N1));
        simulation.at(50 * MS, () -> simulation.partition(List.of(List.of(N1))));
        MessageTraffic traffic = after(simulation, 1_000 * MS);
        // Half a millisecond of way: of the greetings at 10 to 19 ms, and all from 50 ms on.
        assertEquals(new MessageTraffic("Greeting", 100, 40, 60, 0), traffic);
    }
}
