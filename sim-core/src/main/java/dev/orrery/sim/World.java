package dev.orrery.sim;

import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.engine.EventLoop;
import dev.orrery.sim.history.History;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.network.Network;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.PriorityOrder;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.trace.ContentSeals;
import dev.orrery.sim.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** What the parts of one simulation share: its time, its nodes, and what is kept of its run. */
final class World {
    private static final int LAST_EVENTS = 10;
    private static final String SCHEDULE = "schedule";

    final OwnerThread thread = new OwnerThread();
    final Seed seed;
    /** The seed that draws come from now: the run's own, until it is reseeded. */
    Seed chance;

    final SimulationConfig config;
    final EventLoop loop;
    final Digest digest = new Digest();
    final Metrics metrics = new Metrics();
    final Nodes nodes = new Nodes();
    final @Nullable TraceRecorder recorder;
    final @Nullable ContentSeals seals;
    final History history;
    final Observers observers;
    final Network network;
    final Judge judge;
    final Post post;
    final Lives lives;

    /** What decides on the order of events; null in that of time. */
    final @Nullable PriorityOrder order;

    World(Seed seed, SimulationConfig config, Scrutiny scrutiny, Schedule schedule) {
        this.seed = seed;
        this.chance = seed;
        this.config = config;
        recorder = scrutiny.traceEvents() == 0 ? null : new TraceRecorder(scrutiny.traceEvents());
        seals = scrutiny.paranoid() ? new ContentSeals() : null;
        history = recorder == null ? new History() : new History(recorder);
        observers = new Observers(recorder);
        order = schedule instanceof Schedule.Pct pct
                ? new PriorityOrder(pct, seed.key(SCHEDULE), new EventLines(nodes))
                : null;
        loop = new EventLoop(new Dispatch(this), order);
        judge = new Judge(this, scrutiny);
        post = new Post(this);
        network = new Network(config.network(), seed.key("network"), post);
        lives = new Lives(this);
    }

    long now() {
        return loop.now();
    }

    /** Schedules an event of the node's present incarnation; if that ends first, the event never happens. */
    void schedule(EventKind kind, Node node, long delay, long first, long second, long third, Object payload) {
        loop.schedule(
                loop.now() + delay,
                kind.head(node.index, nodes.incarnation(node.index)),
                first,
                second,
                third,
                payload);
    }

    /** From now on draws come from another seed. */
    void reseed(Seed other) {
        chance = other;
        network.reseed(other.key("network"));
        nodes.forEach(Node::reseed);
        if (order != null) {
            order.reseed(other.key(SCHEDULE));
        }
    }

    /** What a handler threw, as the end of the run. */
    SimulationException thrown(Node node, String what, Throwable cause) {
        return new SimulationException(seed, now(), node.id + " threw at " + what, lastEvents(), cause);
    }

    /** The last events in words, where they are known. */
    private String lastEvents() {
        if (recorder == null) {
            return "";
        }
        return "; the last events were\n  "
                + String.join("\n  ", recorder.trace().lastWords(LAST_EVENTS));
    }
}
