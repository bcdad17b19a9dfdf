package dev.orrery.sim;

import dev.orrery.sim.check.Invariant;
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
import dev.orrery.sim.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** One life of a node, from boot to crash: the host that its process sees. */
final class Incarnation implements Host {
    final Node node;
    final int number;
    final Process process;
    private final World world;
    private final Reports reports = new Reports();

    /** The node's disk as this life sees it; null before anything was asked of it. */
    private @Nullable Disk disk;

    /** What waits for an answer; null before the first request. */
    private @Nullable Requests requests;

    /** The invariants that look at the process, as {@link Judge} has chosen them. */
    Invariant[] watched = {};

    private boolean over;

    Incarnation(World world, Node node, int number) {
        this.world = world;
        this.node = node;
        this.number = number;
        this.process = node.factory.create(this);
    }

    /** Whether this life has ended; checks too that it is the simulation's thread that asks. */
    boolean isOver() {
        world.thread.check();
        return over;
    }

    void end() {
        over = true;
    }

    @Override
    public NodeId self() {
        return node.id;
    }

    @Override
    public void send(NodeId to, Message message) {
        post(to, message, 0);
    }

    @Override
    public void request(NodeId to, Message request, long timeoutNanos, Response response) {
        if (timeoutNanos <= 0) {
            throw new IllegalArgumentException("a request waits more than 0 ns, not " + timeoutNanos);
        }
        if (isOver()) {
            return;
        }
        Requests waiting = requests();
        Request asked = new Request(world.post.nextTicket(), waiting, this, response);
        waiting.add(asked);
        asked.begin(timeoutNanos);
        post(to, request, asked.ticket);
    }

    private Requests requests() {
        if (requests == null) {
            requests = new Requests();
        }
        return requests;
    }

    @Override
    public Timer timer(String name, Runnable action) {
        return new HostTimer(this, name, action);
    }

    @Override
    public Clock clock() {
        return node.clock;
    }

    @Override
    public Disk disk() {
        if (disk == null) {
            disk = isOver() ? node.disk().closed() : node.disk().open();
        }
        return disk;
    }

    @Override
    public RandomStream random() {
        world.thread.check();
        return node.random();
    }

    @Override
    public Metrics metrics() {
        return world.metrics;
    }

    @Override
    public void role(String newRole) {
        if (!isOver() && reports.role(newRole)) {
            world.observers.role(node.id, newRole, world.now());
        }
    }

    @Override
    public void state(String name, long value) {
        if (!isOver() && reports.state(name, value)) {
            world.observers.state(node.id, name, value, world.now());
        }
    }

    @Override
    public void note(String event) {
        note(event, "", 0);
    }

    @Override
    public void note(String event, String field, long value) {
        if (!isOver()) {
            world.observers.note(node.id, event, field, value, world.now());
        }
    }

    String role() {
        return reports.role();
    }

    /** A message has come: a plain one (ticket 0), a request, or the answer to one (the ticket negated). */
    void receive(NodeId from, Message message, int ticket) {
        if (ticket == 0) {
            process.receive(from, message);
        } else if (ticket > 0) {
            process.receive(from, message, answer -> post(from, answer, -ticket));
        } else {
            Request asked = requests().take(-ticket);
            if (asked != null) {
                asked.answered(message);
            }
        }
    }

    long traceSetting(String timer, long deadline) {
        TraceRecorder recorder = world.recorder;
        return recorder == null || isOver() ? 0 : recorder.timerSet(world.now(), node.id, timer, deadline);
    }

    void traceFiring(String timer, long setting) {
        TraceRecorder recorder = world.recorder;
        if (recorder != null) {
            recorder.timerFired(world.now(), node.id, timer, setting);
        }
    }

    /** A link has refused a message: a plain one or an answer, or a request. */
    void refused(NodeId to, Message message, int ticket) {
        Request asked = ticket > 0 ? requests().take(ticket) : null;
        if (asked != null) {
            asked.refused();
        } else {
            process.refused(to, message);
        }
    }

    private void post(NodeId to, Message message, int ticket) {
        node.sending(this);
        if (!isOver()) {
            world.post.send(node, to, message, ticket);
        }
    }

    /** How much the node's own clock counts until then. */
    long localUntil(long time) {
        return node.clock.localDelay(Math.max(0, time - world.now()));
    }

    long deadlineAfter(long localDelay) {
        return world.now() + node.clock.trueDelay(localDelay);
    }

    void scheduleTimer(HostTimer timer, long deadline, int generation) {
        if (!isOver()) {
            world.schedule(EventKind.TIMER, node, deadline - world.now(), generation, 0, 0, timer);
        }
    }
}
