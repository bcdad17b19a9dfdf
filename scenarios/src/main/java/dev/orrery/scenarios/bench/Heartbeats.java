package dev.orrery.scenarios.bench;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.Seed;

/** Nodes that do nothing but tell their two neighbours in a ring, each 50 ms, that they are there. */
final class Heartbeats {
    private static final long INTERVAL = 50_000_000;

    private Heartbeats() {}

    private record Heartbeat(long number) implements Message {}

    static Workpiece among(int nodes) {
        Simulation simulation = new Simulation(new Seed(42), SimulationConfig.DEFAULT);
        NodeId[] ring = new NodeId[nodes];
        for (int i = 0; i < nodes; i++) {
            ring[i] = new NodeId(i, "n" + (i + 1));
        }
        for (int i = 0; i < nodes; i++) {
            NodeId left = ring[(i + nodes - 1) % nodes];
            NodeId right = ring[(i + 1) % nodes];
            simulation.add(ring[i].name(), host -> new Neighbour(host, left, right));
        }
        return events -> {
            long before = simulation.digest().events();
            while (simulation.digest().events() - before < events) {
                simulation.runUntil(simulation.now() + INTERVAL);
            }
            return simulation.digest().events() - before;
        };
    }

    private static final class Neighbour implements Process {
        private final Host host;
        private final NodeId left;
        private final NodeId right;
        private final Timer timer;
        private long number;

        Neighbour(Host host, NodeId left, NodeId right) {
            this.host = host;
            this.left = left;
            this.right = right;
            this.timer = host.timer("heartbeat", this::beat);
        }

        /** Nobody beats at the same time as all the others. */
        @Override
        public void start() {
            timer.set(host.random().between(1, INTERVAL));
        }

        private void beat() {
            Message heartbeat = new Heartbeat(number++);
            host.send(left, heartbeat);
            host.send(right, heartbeat);
            timer.set(INTERVAL);
        }

        @Override
        public void receive(NodeId from, Message message) {}
    }
}
