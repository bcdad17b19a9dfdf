package dev.orrery.algorithms.raft;

import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.node.Clock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.RandomStream;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A node outside the simulator: a thread, its queue of messages and timers, the machine's clock, and files in memory. */
final class ThreadedNode implements Host, Clock {
    private final NodeId id;
    private final Map<NodeId, ThreadedNode> network;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Disk disk = new MemoryDisk(this::run);
    private final RandomStream random;
    private @Nullable Process process;

    /** @param network where the nodes find each other, this one included; safe for use by many threads */
    ThreadedNode(NodeId id, Map<NodeId, ThreadedNode> network) {
        this.id = id;
        this.network = network;
        this.random = new RandomStream(id.index());
        network.put(id, this);
    }

    void boot(Function<Host, Process> program) {
        run(() -> {
            Process born = program.apply(this);
            process = born;
            born.start();
        });
    }

    /** Does something on the node's thread, after all that came before. */
    void run(Runnable task) {
        if (!thread.isShutdown()) {
            thread.execute(task);
        }
    }

    void stop() {
        thread.shutdownNow();
    }

    private void receive(NodeId from, Message message) {
        Process running = process;
        if (running != null) {
            running.receive(from, message);
        }
    }

    @Override
    public NodeId self() {
        return id;
    }

    @Override
    public void send(NodeId to, Message message) {
        ThreadedNode receiver = network.get(to);
        if (receiver != null) {
            receiver.run(() -> receiver.receive(id, message));
        }
    }

    @Override
    public void request(NodeId to, Message request, long timeoutNanos, Response response) {
        throw new UnsupportedOperationException("Raft's RPCs are plain messages");
    }

    @Override
    public Timer timer(String name, Runnable action) {
        return new ThreadTimer(action);
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public long monotonic() {
        return System.nanoTime();
    }

    @Override
    public long wall() {
        return System.nanoTime();
    }

    @Override
    public Disk disk() {
        return disk;
    }

    @Override
    public RandomStream random() {
        return random;
    }

    @Override
    public Metrics metrics() {
        throw new UnsupportedOperationException("nobody counts here");
    }

    @Override
    public void role(String role) {}

    @Override
    public void state(String name, long value) {}

    @Override
    public void note(String event) {}

    @Override
    public void note(String event, String field, long value) {}

    private final class ThreadTimer implements Timer {
        private final Runnable action;
        private @Nullable ScheduledFuture<?> pending;

        ThreadTimer(Runnable action) {
            this.action = action;
        }

        @Override
        public void set(long delayNanos) {
            cancel();
            if (!thread.isShutdown()) {
                pending = thread.schedule(
                        () -> {
                            pending = null;
                            action.run();
                        },
                        delayNanos,
                        TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void cancel() {
            if (pending != null) {
                pending.cancel(false);
                pending = null;
            }
        }

        @Override
        public boolean isSet() {
            return pending != null;
        }
    }
}
