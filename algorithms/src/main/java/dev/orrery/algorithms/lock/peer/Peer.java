package dev.orrery.algorithms.lock.peer;

import dev.orrery.algorithms.lock.desk.Desk;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.stable.StableNumber;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.List;

/**
 * One of the peers that agree among themselves who enters: each has a desk for its own clients, seeks the lock for the first
 * in the line, and is inside while that one holds it. It counts how long it waits, from {@link #seek} to {@link #enter}.
 *
 * <p>The algorithms know no recovery. A peer that boots again after a crash has forgotten what it promised, so it takes no
 * part any more, unless an algorithm says that it can.
 */
public abstract class Peer implements Process, Desk.Lock {
    private final Host host;
    private final List<NodeId> others;
    private final Desk desk;
    private boolean inside;
    private boolean running;

    /**
     * A peer.
     *
     * @param peers all of them, this one too
     */
    protected Peer(Host host, List<NodeId> peers, Lease lease) {
        this.host = host;
        others = peers.stream().filter(peer -> !peer.equals(host.self())).toList();
        desk = new Desk(host, lease, this);
    }

    @Override
    public final void start() {
        host.role("recovering");
        StableNumber.countBoot(host, this::booted);
    }

    /**
     * The peer knows how often it has booted.
     *
     * @param boot from 1
     */
    protected void booted(long boot) {
        if (boot == 1) {
            run();
        } else {
            host.role("halted");
        }
    }

    /** Takes part from now on. */
    protected final void run() {
        running = true;
        host.role("idle");
        desk.open();
    }

    @Override
    public final void receive(NodeId from, Message message) {
        if (others.contains(from)) {
            if (running) {
                peerSays(from, message);
            }
        } else if (running) {
            desk.receive(from, message);
        }
    }

    /** Another peer's message. */
    protected abstract void peerSays(NodeId from, Message message);

    /** Asks the others. */
    protected abstract void request();

    /** Tells the others. */
    protected abstract void exit();

    @Override
    public final void seek() {
        host.role("waiting");
        host.note("requested");
        request();
    }

    /**
     * The algorithm lets this peer in.
     *
     * @param fence the fencing token, greater with each entry of any peer
     */
    protected final void enter(long fence) {
        inside = true;
        host.role("inside");
        host.note("entered", "fence", fence);
        desk.entered(fence);
    }

    @Override
    public final void leave() {
        if (inside) {
            inside = false;
            host.role("idle");
            host.note("left");
            exit();
        }
    }

    /** Whether this peer is in the critical section. */
    public final boolean isInside() {
        return inside;
    }

    /** Whether it takes part. */
    public final boolean isRunning() {
        return running;
    }

    /** All peers but this one. */
    protected final List<NodeId> others() {
        return others;
    }

    /** Where it runs. */
    protected final Host host() {
        return host;
    }
}
