package dev.orrery.sim;

import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.engine.BareHeap;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Among n nodes, n messages are under way; a node that gets one sends one to its neighbour in a ring. Through the real
 * network, with latencies drawn for each message, and with the digest on. What counts is the ratio to the bare loop.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PingBenchmark {
    private static final int EVENTS = 100_000;
    private static final long MEAN = 1_000_000;
    private static final Distribution LATENCY = Distribution.exponential(MEAN);
    private static final int NODE_BITS = 16;

    @Param({"5", "100", "10000"})
    int nodes;

    /** How many events the trace keeps; 0 for none. */
    @Param({"0", "1000000"})
    int traced;

    private Simulation simulation = new Simulation(new Seed(42), SimulationConfig.DEFAULT);
    private BareHeap bare = new BareHeap(0);
    private final RandomStream random = new RandomStream(42);
    private long scheduled;

    private record Ball(int round) implements Message {}

    private record Player(Host host, NodeId next) implements Process {
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

    @Setup
    public void begin() {
        SimulationConfig config = new SimulationConfig(
                new NetworkConfig(LATENCY, Probability.NEVER, Probability.NEVER), DiskConfig.DEFAULT, 1_000_000);
        simulation = new Simulation(new Seed(42), config, Scrutiny.DEFAULT.tracing(traced));
        bare = new BareHeap(nodes);
        for (int i = 0; i < nodes; i++) {
            NodeId next = new NodeId((i + 1) % nodes, "n" + (i + 1) % nodes);
            simulation.add("n" + i, host -> new Player(host, next));
            bare.add(LATENCY.sample(random), scheduled++ << NODE_BITS | i);
        }
    }

    /** The time in which the nodes get about as many messages as one invocation is said to handle. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long simulation() {
        simulation.runUntil(simulation.now() + EVENTS * MEAN / nodes);
        return simulation.digest().value();
    }

    /** The same on the bare heap: a node is a number, and a message nothing but its place in the order. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public long bare() {
        for (int i = 0; i < EVENTS; i++) {
            int node = (int) bare.order() & ((1 << NODE_BITS) - 1);
            int next = node + 1 == nodes ? 0 : node + 1;
            bare.replaceFirst(bare.time() + LATENCY.sample(random), scheduled++ << NODE_BITS | next);
        }
        return bare.time();
    }
}
