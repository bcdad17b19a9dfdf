package dev.orrery.sim;

import dev.orrery.sim.check.HistoryWatch;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.clock.DriftingClock;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.DiskFaults;
import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.engine.RunEnd;
import dev.orrery.sim.history.History;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.Delivery;
import dev.orrery.sim.network.Groups;
import dev.orrery.sim.network.Imposed;
import dev.orrery.sim.network.LinkCondition;
import dev.orrery.sim.network.LinkSet;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.time.Durations;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceHeader;
import dev.orrery.sim.trace.TraceRecorder;
import dev.orrery.sim.trace.TracedFault;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A run: nodes in a simulated world, and virtual time that jumps from event to event.
 *
 * <p>One thread runs it. It shares nothing with other simulations, so as many as there are cores may run side by side.
 * The same configuration, seed and calls give the same {@link #digest}. Another thread that touches it gets an
 * {@link IllegalStateException}.
 *
 * <pre>{@code
 * Simulation simulation = new Simulation(new Seed(42), SimulationConfig.DEFAULT);
 * NodeId n1 = simulation.add("n1", host -> new Greeter(host));
 * simulation.at(5_000_000_000L, () -> simulation.kill(n1, CrashPolicy.LOSE_UNSYNCED));
 * simulation.runUntil(60_000_000_000L);
 * }</pre>
 */
public final class Simulation {
    private final World world;
    private @Nullable Imposed partition;

    /** An empty world at time 0, watched as {@link Scrutiny#DEFAULT} has it. */
    public Simulation(Seed seed, SimulationConfig config) {
        this(seed, config, Scrutiny.DEFAULT);
    }

    /** An empty world at time 0, whose events happen in the order of time. */
    public Simulation(Seed seed, SimulationConfig config, Scrutiny scrutiny) {
        this(seed, config, scrutiny, Schedule.TIME);
    }

    /** An empty world at time 0. */
    public Simulation(Seed seed, SimulationConfig config, Scrutiny scrutiny, Schedule schedule) {
        world = new World(seed, config, scrutiny, schedule);
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
        return add(name, factory, skewNanos, driftPpm, null);
    }

    /**
     * As {@link #add(String, ProcessFactory, long, long)}, in a zone.
     *
     * @param zone what links to other nodes are as long as, and what a fault may hit as a whole; null: in none
     */
    public NodeId add(String name, ProcessFactory factory, long skewNanos, long driftPpm, @Nullable String zone) {
        world.thread.check();
        NodeId id = world.nodes.nextId(name);
        if (zone != null) {
            world.network.place(id, zone);
        }
        Node node = new Node(world, id, factory, new DriftingClock(world::now, skewNanos, driftPpm));
        world.lives.join(node);
        return id;
    }

    /** Does something to the world at a time, before the events of that time; what is due already is done first. */
    public void at(long time, Runnable action) {
        world.thread.check();
        if (time < now()) {
            throw new IllegalArgumentException(
                    "it is " + Durations.format(now()) + " already, too late for " + Durations.format(time));
        }
        TraceRecorder recorder = world.recorder;
        if (recorder == null) {
            world.loop.plan(time, action);
        } else {
            long cause = recorder.cause();
            world.loop.plan(time, () -> {
                recorder.during(cause);
                action.run();
            });
        }
    }

    /**
     * Runs all that happens up to and including a time, which it then is, unless a violation ends the run before.
     *
     * @throws SimulationException if a handler throws, or more events happen at one instant than the step budget allows
     */
    public RunEnd runUntil(long end) {
        return runUntil(end, () -> true);
    }

    /**
     * As {@link #runUntil(long)}, but comes back early when told to: what has happened until then stands.
     *
     * @param goOn asked every few thousand events; its answer changes nothing but where the run is left
     */
    public RunEnd runUntil(long end, BooleanSupplier goOn) {
        world.thread.check();
        RunEnd how = world.loop.run(end, goOn);
        if (world.recorder != null) {
            world.recorder.during(0);
        }
        if (how != RunEnd.STOPPED) {
            world.judge.sweep();
        }
        return world.loop.isStopped() ? RunEnd.STOPPED : how;
    }

    /**
     * Runs until so many events have happened since the beginning, as {@link #digest} counts them, or to a time, or to the
     * violation that ends the run, whichever comes first. The next run goes on from there as if this one had never ended.
     *
     * @throws SimulationException as {@link #runUntil(long)} does
     */
    public RunEnd runToEvent(long event, long end) {
        world.thread.check();
        return world.loop.runAsking(end, () -> world.digest.events() < event);
    }

    /**
     * From now on all that is left to chance is drawn from another seed: by the network, the disks, the nodes and the
     * clients. What has happened stands, and what is scheduled comes. Faults that are armed keep their draws.
     */
    public void reseed(Seed other) {
        world.thread.check();
        world.reseed(other);
    }

    /** Ends the node's incarnation at once; its disk keeps what the policy says. Nothing happens to a node that is down. */
    public void kill(NodeId id, CrashPolicy policy) {
        world.lives.kill(node(id), policy);
    }

    /** Stops the node cleanly: its process is told, and its disk synced. */
    public void stop(NodeId id) {
        world.lives.stop(node(id));
    }

    /** Boots a node that is down, with a new process on the old disk. Nothing happens to a node that is up. */
    public void restart(NodeId id) {
        world.lives.restart(node(id));
    }

    /** Takes a node out for good. */
    public void remove(NodeId id) {
        world.lives.remove(node(id));
    }

    /** Holds all of a node's events back, as SIGSTOP or a long garbage collection does. */
    public void pause(NodeId id) {
        world.lives.pause(node(id));
    }

    /** Lets a paused node go on: what was held back happens now, late and in order. */
    public void resume(NodeId id) {
        world.lives.resume(node(id));
    }

    /** Cuts all links between nodes of different groups; nodes in no group form one more. An earlier partition is replaced. */
    public void partition(List<List<NodeId>> groups) {
        world.thread.check();
        mend();
        partition = world.network.impose(new LinkCondition.Cut(Block.DROP), new Groups(groups), "partition");
        long shape = 0;
        for (List<NodeId> group : groups) {
            for (NodeId member : group) {
                shape = Mix.combine(shape, member.index());
            }
            shape = Mix.combine(shape, -1);
        }
        world.digest.event(now(), 0, Mix.hash("partition"), shape);
    }

    /** Ends the partition. */
    public void healNetwork() {
        world.thread.check();
        mend();
        world.digest.event(now(), 0, Mix.hash("heal"), 0);
    }

    private void mend() {
        if (partition != null) {
            world.network.lift(partition);
            world.post.release();
            partition = null;
        }
    }

    /**
     * Makes something wrong with some links, until it is lifted.
     *
     * @param why what to call it when it loses a message, such as {@code loss:f2}
     */
    public Imposed impose(LinkCondition condition, LinkSet links, String why) {
        world.thread.check();
        world.digest.event(now(), 0, Mix.hash("impose"), Mix.hash(why));
        return world.network.impose(condition, links, why);
    }

    /** Ends what {@link #impose} began, and lets go what it held back. Nothing happens if it has ended before. */
    public void lift(Imposed imposed) {
        world.thread.check();
        world.digest.event(now(), 0, Mix.hash("lift"), 0);
        world.network.lift(imposed);
        world.post.release();
    }

    /** The switches of a node's disk faults. */
    public DiskFaults diskFaults(NodeId id) {
        return node(id).disk().faults();
    }

    /**
     * Makes a node slow: each of its handlers takes this long, and what comes meanwhile waits in order. What a handler does
     * shows at its beginning.
     *
     * @param handlerNanos 0 for full speed, at which handlers take no time
     */
    public void slow(NodeId id, long handlerNanos) {
        if (handlerNanos < 0) {
            throw new IllegalArgumentException("a handler takes at least 0 ns, not " + handlerNanos);
        }
        world.lives.slow(node(id), handlerNanos);
    }

    /** Tells of a node's dangerous moments, until {@link #disregard}; also of its later incarnations. */
    public void attend(NodeId id, Moments moments) {
        node(id).attend(moments);
    }

    /** Ends what {@link #attend} began. */
    public void disregard(NodeId id, Moments moments) {
        node(id).disregard(moments);
    }

    /** How many changes on a node's disk a kill could take now. */
    public int unsynced(NodeId id) {
        return node(id).unsynced();
    }

    /**
     * Gives an operator's command to a node's process.
     *
     * @return whether it acts on it; false too if the node is down or paused
     */
    public boolean operate(NodeId id, String command, NodeId subject) {
        return world.lives.operate(node(id), command, subject);
    }

    /**
     * Makes a node's clocks gain more from now on, or less for a negative change, and the timers that run on them. Changes add
     * up, to at most 500,000 ppm either way.
     */
    public void driftClock(NodeId id, long morePpm) {
        world.lives.drift(node(id), morePpm);
    }

    /** Sets a node's time of day forward, or back for a negative step. */
    public void jumpClock(NodeId id, long stepNanos) {
        Node node = node(id);
        node.clock.jump(stepNanos);
        world.lives.touch("jump", node);
    }

    /** Tells an observer, from now on, what the processes report. */
    public void observe(Observer observer) {
        world.observers.add(observer);
    }

    /**
     * Judges an invariant from now on, after each event that touches a node and, the expensive part of it, as often as the
     * {@link Scrutiny} says and when a run comes to its end. Watch before the first node is added, so that no boot is
     * missed.
     */
    public void watch(Invariant invariant) {
        world.judge.watch(invariant);
    }

    /**
     * Ends a run, as a violated invariant does, when this sees that the history is violated, unless the {@link Scrutiny}
     * lets it go on. That is no verdict: the check that it belongs to judges the history. It changes nothing else.
     */
    public void watch(HistoryWatch watch) {
        world.judge.watch(watch);
    }

    /**
     * Tells the trace and the history that a fault begins: what is done to the world until {@link #heal} or the end of the
     * present action is its doing. It does nothing to the world itself.
     */
    public void fault(TracedFault fault) {
        world.thread.check();
        world.history.fault(fault.until() == now() ? fault.op() : "start-" + fault.op(), fault.what(), now());
        if (world.recorder != null) {
            world.recorder.fault(now(), fault);
        }
    }

    /** Tells the trace and the history that a fault which lasted ends. It does nothing to the world itself. */
    public void heal(TracedFault fault) {
        world.thread.check();
        world.history.fault("stop-" + fault.op(), fault.what(), now());
        if (world.recorder != null) {
            world.recorder.healed(now(), fault.id());
        }
    }

    /** What the clients asked and were told, and the faults; its events are in the trace too. */
    public History history() {
        return world.history;
    }

    /** The trace, or null if the {@link Scrutiny} asks for none. */
    public @Nullable Trace trace() {
        return world.recorder == null ? null : world.recorder.trace();
    }

    /**
     * Writes what the trace has in memory, with the run's figures up to now.
     *
     * @return the hash of its bytes
     * @throws IllegalStateException if the {@link Scrutiny} asks for no trace
     */
    public long writeTrace(TraceHeader header, OutputStream out) {
        return requireTrace().write(header, out, now(), digest().events(), digest().value());
    }

    /**
     * Writes the trace as it comes. Ask for it before anything happens, and end it with {@link #endTrace}.
     *
     * @throws IllegalStateException if the {@link Scrutiny} asks for no trace, or something has left memory already
     */
    public void streamTrace(TraceHeader header, OutputStream out) {
        requireTrace().streamTo(header, out);
    }

    /**
     * Ends the trace that is streamed.
     *
     * @return the hash of its bytes
     * @throws IllegalStateException if none is streamed
     */
    public long endTrace() {
        return requireTrace().endStream(now(), digest().events(), digest().value());
    }

    /**
     * Tells the trace that a property does not hold, which somebody found after the run.
     *
     * @param nodes those it is about
     */
    public void traceViolation(String property, String message, List<NodeId> nodes) {
        if (world.recorder != null) {
            world.recorder.violation(now(), property, message, nodes);
        }
    }

    /** What did not hold so far, in order; of each invariant the first violation, since the rest follows from it. */
    public List<Violation> violations() {
        return world.judge.violations();
    }

    /** The invariants that threw so far instead of judging, in order. */
    public List<BrokenInvariant> brokenInvariants() {
        return world.judge.broken();
    }

    /** The seed that all of the run's randomness comes from, unless it is reseeded. */
    public Seed seed() {
        return world.seed;
    }

    /** The seed that draws come from now: that of the last {@link #reseed}, or {@link #seed} if there was none. */
    public Seed chance() {
        return world.chance;
    }

    /** All nodes that ever were added, by index. */
    public List<NodeId> nodes() {
        return world.nodes.ids();
    }

    /** Whether a node was taken out for good. */
    public boolean isRemoved(NodeId id) {
        return node(id).removed;
    }

    /** The zone that a node stands in, or null. */
    public @Nullable String zone(NodeId id) {
        return world.network.zone(id);
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

    /** Into how many chains of events that cause one another {@link Schedule.Pct} has divided the run so far; else 0. */
    public long chains() {
        return world.order == null ? 0 : world.order.chains();
    }

    /** Virtual time in nanoseconds. */
    public long now() {
        return world.loop.now();
    }

    /** The hash of all that has happened, with its checkpoints and the number of events. */
    public Digest digest() {
        return world.digest;
    }

    /** What became of the messages so far, by kind, in the order of their names. */
    public List<MessageTraffic> traffic() {
        return world.post.traffic();
    }

    /** The messages that the configuration names and that nobody has sent so far. */
    public List<Delivery> unsentDeliveries() {
        return world.network.unsent();
    }

    /**
     * What the network by itself has drawn so far, message by message. A simulation whose configuration names these goes the
     * same way, and nothing in it depends on the latency, the loss and the duplicates that are configured.
     */
    public List<Delivery> drawnDeliveries() {
        return world.network.drawn(world.nodes::id);
    }

    /** What was counted and measured. */
    public Metrics metrics() {
        return world.metrics;
    }

    private Trace requireTrace() {
        if (world.recorder == null) {
            throw new IllegalStateException("this run keeps no trace");
        }
        return world.recorder.trace();
    }

    private Node node(NodeId id) {
        world.thread.check();
        return world.nodes.get(id);
    }
}
