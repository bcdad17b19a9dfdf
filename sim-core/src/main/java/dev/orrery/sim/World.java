package dev.orrery.sim;

import dev.orrery.sim.engine.Digest;
import dev.orrery.sim.engine.EventLoop;
import dev.orrery.sim.metrics.Metrics;
import dev.orrery.sim.network.Network;
import dev.orrery.sim.random.Seed;

/** What the parts of one simulation share: its time, its nodes, and what is kept of its run. */
final class World {
    final Seed seed;
    final SimulationConfig config;
    final EventLoop loop;
    final Digest digest = new Digest();
    final Metrics metrics = new Metrics();
    final Nodes nodes = new Nodes();
    final Observers observers = new Observers();
    final Network network;
    final Judge judge;
    final Post post;
    final Lives lives;

    World(Seed seed, SimulationConfig config, Scrutiny scrutiny) {
        this.seed = seed;
        this.config = config;
        network = new Network(config.network(), seed.key("network"));
        loop = new EventLoop(new Dispatch(this));
        judge = new Judge(this, scrutiny);
        post = new Post(this);
        lives = new Lives(this);
    }

    long now() {
        return loop.now();
    }

    /** Schedules an event of the node's present incarnation; if that ends first, the event never happens. */
    void schedule(EventKind kind, Node node, long delay, long first, long second, Object payload) {
        loop.schedule(loop.now() + delay, kind.head(node.id.index(), node.boots), first, second, payload);
    }

    /** What a handler threw, as the end of the run. */
    SimulationException thrown(Node node, String what, RuntimeException cause) {
        return new SimulationException(seed, now(), node.id + " threw at " + what, cause);
    }
}
