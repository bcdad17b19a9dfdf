package dev.orrery.sim;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What a node has not come to yet, in order: all events while it is paused, and those that come while it works slowly and
 * is still busy with one before.
 *
 * <p>On a slow node each handler that runs makes the node busy for a constant time. What the handler does shows at its
 * beginning; the next event waits until its end. On a node of full speed handlers take no time.
 */
final class Backlog {
    private final World world;
    private final Node node;
    private final ArrayDeque<Node.HeldEvent> waiting = new ArrayDeque<>();
    private boolean paused;
    /** What a handler takes, in nanoseconds; 0 at full speed. */
    private long handlerNanos;

    private long busyUntil;
    private boolean holds;

    Backlog(World world, Node node) {
        this.world = world;
        this.node = node;
    }

    /** Whether an event that comes now has to wait. */
    boolean holds() {
        return holds;
    }

    boolean isPaused() {
        return paused;
    }

    void add(Node.HeldEvent event) {
        waiting.add(event);
    }

    /** A handler has run. */
    void handled() {
        if (handlerNanos > 0 && node.incarnation != null) {
            busyUntil = world.now() + handlerNanos;
            holds = true;
            wakeAt(busyUntil);
        }
    }

    /** The next event in turn; null while its turn has not come, or if there is none. */
    Node.@Nullable HeldEvent next() {
        if (paused || world.now() < busyUntil) {
            return null;
        }
        Node.HeldEvent next = waiting.poll();
        holds = next != null;
        return next;
    }

    void pause() {
        paused = true;
        holds = true;
    }

    void resume() {
        paused = false;
        if (handlerNanos == 0) {
            letGo();
        } else {
            wakeAt(Math.max(world.now(), busyUntil));
        }
    }

    /** From now on a handler takes this long; 0 is full speed, at which all that waits is done at once. */
    void slow(long nanos) {
        handlerNanos = nanos;
        if (nanos == 0) {
            busyUntil = 0;
            if (!paused) {
                letGo();
            }
        }
    }

    /** The incarnation is over, and with it all that waited. */
    void clear() {
        for (Node.HeldEvent event : waiting) {
            world.post.missed(EventKind.of(event.head()), event.third(), event.payload());
        }
        waiting.clear();
        paused = false;
        busyUntil = 0;
        holds = false;
    }

    private void letGo() {
        holds = false;
        for (Node.HeldEvent event : waiting) {
            world.loop.schedule(
                    world.now(), event.head(), event.first(), event.second(), event.third(), event.payload());
        }
        waiting.clear();
    }

    private void wakeAt(long time) {
        world.schedule(EventKind.WAKING, node, time - world.now(), 0, 0, 0, this);
    }
}
