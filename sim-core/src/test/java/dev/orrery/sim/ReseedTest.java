package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.engine.RunEnd;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A run that goes another way from some event on. */
final class ReseedTest {
    private static final long MS = 1_000_000;
    private static final long END = 200 * MS;

    private record Rumour(int number) implements Message {}

    /** Tells a rumour to somebody every few milliseconds, and writes it down first. */
    private static final class Gossip implements Process {
        private final Host host;
        private final List<NodeId> nodes;
        private int told;

        Gossip(Host host, List<NodeId> nodes) {
            this.host = host;
            this.nodes = nodes;
        }

        @Override
        public void start() {
            host.after("gossip", host.random().between(MS, 9 * MS), () -> {
                host.disk().append("log", new byte[] {1}, error -> {});
                host.send(host.random().pick(nodes), new Rumour(++told));
                start();
            });
        }

        @Override
        public void receive(NodeId from, Message message) {}
    }

    private static Simulation gossip() {
        SimulationConfig config = new SimulationConfig(
                new NetworkConfig(Distribution.exponential(3 * MS), Probability.percent(5), Probability.percent(5)),
                DiskConfig.DEFAULT,
                1_000_000);
        Simulation simulation = new Simulation(new Seed(42), config, Scrutiny.DEFAULT.tracing(1 << 16));
        List<NodeId> nodes = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            nodes.add(simulation.add("n" + i, host -> new Gossip(host, nodes)));
        }
        return simulation;
    }

    private static Simulation reseeded(long event, long seed) {
        Simulation simulation = gossip();
        simulation.runToEvent(event, END);
        simulation.reseed(new Seed(seed));
        simulation.runUntil(END);
        return simulation;
    }

    private static Simulation undisturbed() {
        Simulation simulation = gossip();
        simulation.runUntil(END);
        return simulation;
    }

    private static List<String> words(Simulation simulation) {
        return Objects.requireNonNull(simulation.trace()).lastWords(1 << 16);
    }

    @Test
    void aRunThatStopsAtAnEventAndGoesOnIsTheSame() {
        Simulation stopped = gossip();
        assertEquals(RunEnd.INTERRUPTED, stopped.runToEvent(50, END));
        assertEquals(50, stopped.digest().events());
        stopped.runUntil(END);
        assertEquals(undisturbed().digest().value(), stopped.digest().value());
    }

    @Test
    void whatComesAfterAReseedIsAnotherRunForEachSeed() {
        long digest = undisturbed().digest().value();
        for (long seed = 1; seed <= 20; seed++) {
            long other = reseeded(50, seed).digest().value();
            assertNotEquals(digest, other, "seed " + seed);
            assertEquals(other, reseeded(50, seed).digest().value(), "seed " + seed);
            assertNotEquals(other, reseeded(50, seed + 1).digest().value(), "seed " + seed);
        }
    }

    @Test
    void whatCameBeforeAReseedStands() {
        Simulation plain = gossip();
        plain.runToEvent(50, END);
        List<String> words = words(plain);
        List<String> others = words(reseeded(50, 1));
        assertEquals(words, others.subList(0, words.size()));
        assertTrue(others.size() > words.size());
    }

    @Test
    void aReseedIsSeenByWhoeverDraws() {
        Simulation simulation = gossip();
        assertEquals(new Seed(42), simulation.chance());
        simulation.reseed(new Seed(1));
        assertEquals(new Seed(1), simulation.chance());
        assertEquals(new Seed(42), simulation.seed());
    }
}
