package dev.orrery.sim;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.clock.DriftingClock;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.DiskFaults;
import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.engine.EventQueue;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.network.Network;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run: nodes in a simulated world, and virtual time that jumps from event to event.
 *
 * <p>One thread runs it. It shares nothing with other simulations, so as many as there are cores may run side by side.
 * The same configuration, seed and calls give the same {@link #digest}.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(new Seed(42), SimulationConfig.DEFAULT);
 * NodeId n1 = simulation.add("n1", host -> new Greeter(host));
 * simulation.at(5_000_000_000L, () -> simulation.kill(n1, CrashPolicy.LOSE_UNSYNCED));
 * simulation.runUntil(60_000_000_000L);
 * }</pre>
 */
public final class Simulation {
    private static final int LAST_EVENTS = 10;

    private final Seed seed;
    private final SimulationConfig config;
    private final EventQueue queue = new EventQueue();
    /** What is done to the world from outside, such as faults: at its time, before the events of that time. */
    private final EventQueue agenda = new EventQueue();

    private final Digest digest = new Digest();
    private final Metrics metrics = new Metrics();
    private final Network network;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Observer> observers = new ArrayList<>();
    private final List<Invariant> invariants = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private long now;
    private int tickets;
    private int steps;
    private final List<String> lastSteps = new ArrayList<>();

    /** An empty world at time 0. */
    public Simulation(Seed seed, SimulationConfig config) {
        this.seed = seed;
        this.config = config;
        this.network = new Network(config.network(), seed.key("network"));
    }

    /**
     * Adds a node with a true clock and boots it at once.
     *
     * @throws IllegalArgumentException if the name is taken
     */
    public NodeId add(String name, ProcessFactory factory) {
        return add(name, factory, 0, 0);
    }

    /**
     * Adds a node and boots it at once, also while the run goes on.
     *
     * @param skewNanos how far its time of day is ahead
     * @param driftPpm how much its clocks gain
     * @throws IllegalArgumentException if the name is taken
     */
    public NodeId add(String name, ProcessFactory factory, long skewNanos, long driftPpm) {
        for (Node node : nodes) {
            if (node.id.name().equals(name)) {
                throw new IllegalArgumentException("there is a node " + name + " already");
            }
        }
        Node node = new Node(
                new NodeId(nodes.size(), name),
                factory,
                new DriftingClock(this::now, skewNanos, driftPpm),
                new RandomStream(seed.key("node " + name)),
                this,
                seed.key("disk " + name));
        nodes.add(node);
        boot(node);
        return node.id;
    }

    /** Does something to the world at a time, before the events of that time; what is due already is done first. */
    public void at(long time, Runnable action) {
        if (time < now) {
            throw new IllegalArgumentException(
                    "it is " + Durations.format(now) + " already, too late for " + Durations.format(time));
        }
        agenda.schedule(time, 0, 0, 0, action);
    }

    /**
     * Runs all that happens up to and including a time, which it then is.
     *
     * @throws SimulationException if a handler throws, or more events happen at one instant than the step budget allows
     */
    public void runUntil(long end) {
        while (true) {
            long event = queue.nextTime();
            long action = agenda.nextTime();
            if (Math.min(event, action) > end) {
                now = Math.max(now, end);
                sweep();
                return;
            }
            if (action <= event) {
                agenda.next();
                advanceTo(agenda.time());
                Runnable todo = (Runnable) agenda.payload();
                if (todo != null) {
                    todo.run();
                }
            } else {
                queue.next();
                advanceTo(queue.time());
                dispatch(queue.sequence(), queue.head(), queue.first(), queue.second(), queue.payload());
            }
        }
    }

    /** Ends the node's incarnation at once; its disk keeps what the policy says. Nothing happens to a node that is down. */
    public void kill(NodeId id, CrashPolicy policy) {
        Node node = node(id);
        if (node.incarnation == null) {
            return;
        }
        endIncarnation(node);
        node.disk.crash(policy);
        touch("kill", node);
    }

    /** Stops the node cleanly: its process is told, and its disk synced. */
    public void stop(NodeId id) {
        Node node = node(id);
        Incarnation running = node.incarnation;
        if (running == null) {
            return;
        }
        guarded(node, "its stop", running.process::stop);
        node.disk.stop();
        endIncarnation(node);
        touch("stop", node);
    }

    /** Boots a node that is down, with a new process on the old disk. Nothing happens to a node that is up. */
    public void restart(NodeId id) {
        Node node = node(id);
        if (node.removed) {
            throw new IllegalArgumentException(id + " was removed");
        }
        if (node.incarnation == null) {
            touch("restart", node);
            boot(node);
        }
    }

    /** Takes a node out for good. */
    public void remove(NodeId id) {
        Node node = node(id);
        node.removed = true;
        endIncarnation(node);
        touch("remove", node);
    }

    /** Holds all of a node's events back, as SIGSTOP or a long garbage collection does. */
    public void pause(NodeId id) {
        Node node = node(id);
        if (node.incarnation != null && !node.paused) {
            node.paused = true;
            touch("pause", node);
        }
    }

    /** Lets a paused node go on: what was held back happens now, late and in order. */
    public void resume(NodeId id) {
        Node node = node(id);
        if (!node.paused) {
            return;
        }
        node.paused = false;
        touch("resume", node);
        for (Node.HeldEvent event : node.held) {
            queue.schedule(now, event.head(), event.first(), event.second(), event.payload());
        }
        node.held.clear();
    }

    /** Cuts the network into groups; see {@link Network#partition}. */
    public void partition(List<List<NodeId>> groups) {
        network.partition(groups);
        long shape = 0;
        for (List<NodeId> group : groups) {
            for (NodeId member : group) {
                shape = Mix.combine(shape, member.index());
            }
            shape = Mix.combine(shape, -1);
        }
        digest.event(now, 0, Mix.hash("partition"), shape);
    }

    /** Mends the network. */
    public void healNetwork() {
        network.heal();
        digest.event(now, 0, Mix.hash("heal"), 0);
    }

    /** The switches of a node's disk faults. */
    public DiskFaults diskFaults(NodeId id) {
        return node(id).disk.faults();
    }

    /** Sets a node's time of day forward, or back for a negative step. */
    public void jumpClock(NodeId id, long stepNanos) {
        Node node = node(id);
        node.clock.jump(stepNanos);
        touch("jump", node);
    }

    /** Tells an observer, from now on, what the processes report. */
    public void observe(Observer observer) {
        observers.add(observer);
    }

    /**
     * Judges an invariant from now on, after each event that touches a node and, the expensive part of it, whenever
     * {@link #runUntil} has reached its end. Watch before the first node is added, so that no boot is missed.
     */
    public void watch(Invariant invariant) {
        invariants.add(invariant);
    }

    /** What did not hold so far, in order; of each invariant the first violation, since the rest follows from it. */
    public List<Violation> violations() {
        return Collections.unmodifiableList(violations);
    }

    /** The process that a node runs now, or null while it is down. */
    public @Nullable Process process(NodeId id) {
        Incarnation running = node(id).incarnation;
        return running == null ? null : running.process;
    }

    /** The part that a node says it plays; empty when it has not said so since its boot, or is down. */
    public String role(NodeId id) {
        Incarnation running = node(id).incarnation;
        return running == null ? "" : running.role();
    }

    /** Virtual time in nanoseconds. */
    public long now() {
        return now;
    }

    /** The hash of all that has happened, with its checkpoints and the number of events. */
    public Digest digest() {
        return digest;
    }

    /** What was counted and measured. */
    public Metrics metrics() {
        return metrics;
    }

    SimulationConfig config() {
        return config;
    }

    int nextTicket() {
        return ++tickets;
    }

    void tell(Consumer<Observer> news) {
        observers.forEach(news);
    }

    void send(Incarnation sender, NodeId to, Message message, int ticket) {
        Node receiver = node(to);
        long fromAndTicket = (long) sender.node.id.index() << 32 | (ticket & 0xFFFFFFFFL);
        network.send(
                sender.node.id,
                to,
                message,
                (identity, delay) -> schedule(EventKind.MESSAGE, receiver, delay, identity, fromAndTicket, message));
    }

    /** Schedules an event of the node's present incarnation; if that ends first, the event never happens. */
    void schedule(EventKind kind, Node node, long delay, long first, long second, Object payload) {
        queue.schedule(now + delay, kind.head(node.id.index(), node.boots), first, second, payload);
    }

    private void boot(Node node) {
        int number = ++node.boots;
        guarded(node, "its boot", () -> {
            Incarnation born = new Incarnation(this, node, number);
            node.incarnation = born;
            invariants.forEach(invariant -> invariant.booted(node.id, born.process));
            born.process.start();
        });
        touch("boot", node);
        judge(node);
    }

    private void endIncarnation(Node node) {
        if (node.incarnation != null) {
            invariants.forEach(invariant -> invariant.crashed(node.id));
        }
        node.incarnation = null;
        node.paused = false;
        node.held.clear();
        // What still was to come belongs to an incarnation that never comes back.
        node.boots++;
    }

    private void dispatch(long sequence, long head, long first, long second, @Nullable Object payload) {
        Node node = nodes.get(EventKind.nodeOf(head));
        Incarnation running = node.incarnation;
        if (running == null || running.number != EventKind.incarnationOf(head) || payload == null) {
            return;
        }
        if (node.paused) {
            node.held.add(new Node.HeldEvent(head, first, second, payload));
            return;
        }
        EventKind kind = EventKind.of(head);
        try {
            switch (kind) {
                case MESSAGE -> {
                    NodeId from = nodes.get((int) (second >>> 32)).id;
                    if (network.isCut(from, node.id)) {
                        return;
                    }
                    running.receive(from, (Message) payload, (int) second);
                }
                case TIMER -> {
                    HostTimer timer = (HostTimer) payload;
                    if (!timer.isDue((int) first, now)) {
                        return;
                    }
                    timer.fire();
                }
                case COMPLETION -> ((Runnable) payload).run();
            }
        } catch (SimulationException already) {
            throw already;
        } catch (RuntimeException thrown) {
            throw new SimulationException(seed, now, node.id + " threw at " + describe(kind, payload), thrown);
        }
        digest.event(now, sequence, head, first + node.random.draws());
        judge(node);
        if (++steps > config.stepBudget() - LAST_EVENTS) {
            countStep(node, kind, payload);
        }
    }

    private void judge(Node node) {
        Incarnation running = node.incarnation;
        if (running == null) {
            return;
        }
        for (int i = 0; i < invariants.size(); i++) {
            String message = invariants.get(i).touched(node.id, running.process);
            if (message != null) {
                violated(i--, message, node.id);
            }
        }
    }

    private void sweep() {
        for (int i = 0; i < invariants.size(); i++) {
            String message = invariants.get(i).swept();
            if (message != null) {
                violated(i--, message, null);
            }
        }
    }

    private void violated(int invariant, String message, @Nullable NodeId node) {
        String name = invariants.remove(invariant).name();
        violations.add(new Violation(name, message, node, now, digest.events()));
    }

    /** The last events are put into words only when the budget is nearly spent, so an ordinary run pays nothing. */
    private void countStep(Node node, EventKind kind, Object payload) {
        lastSteps.add(node.id + ": " + describe(kind, payload));
        if (steps > config.stepBudget()) {
            throw new SimulationException(
                    seed,
                    now,
                    node.id + " keeps time standing still: more than " + config.stepBudget()
                            + " events at one instant, the last of them\n  " + String.join("\n  ", lastSteps));
        }
    }

    private static String describe(EventKind kind, Object payload) {
        return switch (kind) {
            case MESSAGE -> "message " + payload;
            case TIMER -> "timer " + ((HostTimer) payload).name;
            case COMPLETION -> kind.words;
        };
    }

    private void advanceTo(long time) {
        if (time > now) {
            now = time;
            steps = 0;
            lastSteps.clear();
        }
    }

    private void guarded(Node node, String what, Runnable handler) {
        try {
            handler.run();
        } catch (RuntimeException thrown) {
            throw new SimulationException(seed, now, node.id + " threw at " + what, thrown);
        }
    }

    /** Takes into the digest what was done to a node from outside. */
    private void touch(String what, Node node) {
        digest.event(now, node.boots, Mix.hash(what), node.id.index());
    }

    private Node node(NodeId id) {
        if (id.index() >= nodes.size() || !nodes.get(id.index()).id.equals(id)) {
            throw new IllegalArgumentException(id + " is no node of this simulation");
        }
        return nodes.get(id.index());
    }
}
