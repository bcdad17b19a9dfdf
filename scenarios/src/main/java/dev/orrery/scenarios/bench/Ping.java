package dev.orrery.scenarios.bench;

import dev.orrery.sim.Scrutiny;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;

/** Among n nodes, n messages are under way; a node that gets one sends one to its neighbour in a ring. */
final class Ping {
    private static final long MEAN_LATENCY = 1_000_000;
    private static final int TRACED_EVENTS = 100_000;
    private static final Distribution LATENCY = Distribution.exponential(MEAN_LATENCY);

    private Ping() {}

    private record Ball(int round) implements Message {}

    /** Through the simulator's nodes and network, the digest on. */
    static Workpiece simulated(int nodes) {
        return simulated(nodes, Scrutiny.DEFAULT);
    }

    /** The same with its last events kept in memory. */
    static Workpiece traced(int nodes) {
        return simulated(nodes, Scrutiny.DEFAULT.tracing(TRACED_EVENTS));
    }

    private static Workpiece simulated(int nodes, Scrutiny scrutiny) {
        Simulation simulation = new Simulation(new Seed(42), config(), scrutiny);
        NodeId[] ring = new NodeId[nodes];
        for (int i = 0; i < nodes; i++) {
            ring[i] = new NodeId(i, "n" + (i + 1));
        }
        for (int i = 0; i < nodes; i++) {
            NodeId next = ring[(i + 1) % nodes];
            simulation.add(ring[i].name(), host -> new Player(host, next));
        }
        return events -> {
            long before = simulation.digest().events();
            long most = Math.max(1, events * MEAN_LATENCY / nodes);
            simulation.runUntil(simulation.now() + most);
            return simulation.digest().events() - before;
        };
    }

    private static SimulationConfig config() {
        NetworkConfig usual = NetworkConfig.DEFAULT;
        return new SimulationConfig(
                new NetworkConfig(LATENCY, usual.loss(), usual.duplicate()), DiskConfig.DEFAULT, 1_000_000);
    }

    /** The same on the bare heap: a node is a number, and a message nothing but its place in the order. */
    static Workpiece bare(int nodes) {
        BareHeap heap = new BareHeap(nodes);
        RandomStream random = new RandomStream(42);
        long[] scheduled = {0};
        int[] got = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            heap.add(LATENCY.sample(random), order(scheduled[0]++, i));
        }
        return events -> {
            for (long i = 0; i < events; i++) {
                int node = (int) (heap.order() & 0xFFFF);
                got[node]++;
                int next = node + 1 == nodes ? 0 : node + 1;
                heap.replaceFirst(heap.time() + LATENCY.sample(random), order(scheduled[0]++, next));
            }
            return events;
        };
    }

    private static long order(long sequence, int node) {
        return sequence << 16 | node;
    }

    private static final class Player implements Process {
        private final Host host;
        private final NodeId next;

        Player(Host host, NodeId next) {
            this.host = host;
            this.next = next;
        }

        @Override
        public void start() {
            // Later, when all nodes are there.
            host.after("serve", 0, () -> host.send(next, new Ball(0)));
        }

        @Override
        public void receive(NodeId from, Message message) {
            host.send(next, new Ball(((Ball) message).round() + 1));
        }
    }
}
