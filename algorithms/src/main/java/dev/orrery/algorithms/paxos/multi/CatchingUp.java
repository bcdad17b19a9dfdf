package dev.orrery.algorithms.paxos.multi;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import org.jspecify.annotations.Nullable;

/**
 * How a replica that has missed something learns what was chosen: it asks somebody who knows, one message after the other,
 * and again when no answer comes.
 */
final class CatchingUp {
    private final Host host;
    private final Instances instances;
    private final long patience;
    private final Timer timer;
    private @Nullable NodeId source;
    private long target;

    /**
     * One that lacks nothing.
     *
     * @param patience how long it waits for an answer, in nanoseconds
     */
    CatchingUp(Host host, Instances instances, long patience) {
        this.host = host;
        this.instances = instances;
        this.patience = patience;
        timer = host.timer("catch-up", this::ask);
    }

    /** Somebody knows what was chosen up to an instance. What is asked for already is not asked for again. */
    void need(NodeId whom, long chosenThrough) {
        source = whom;
        target = Math.max(target, chosenThrough);
        if (!timer.isSet()) {
            ask();
        }
    }

    /** An answer has come and is taken in. */
    void answered(NodeId from, long chosenThrough) {
        timer.cancel();
        if (chosenThrough > instances.chosenThrough()) {
            need(from, chosenThrough);
        }
    }

    private void ask() {
        NodeId whom = source;
        if (whom != null && target > instances.chosenThrough()) {
            host.send(whom, new CatchUp(instances.chosenThrough() + 1));
            timer.set(patience);
        }
    }
}
