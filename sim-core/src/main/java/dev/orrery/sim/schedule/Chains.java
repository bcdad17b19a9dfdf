package dev.orrery.sim.schedule;

import dev.orrery.sim.random.RandomStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides events into chains while they come up. An event continues the chain of the event during which it was scheduled,
 * or else one that ended at the same node, since what a node did before it causes all that it does after; only if there is
 * none does it begin a new chain. At most one event of a chain is pending.
 */
final class Chains {
    private static final int OUTSIDE = -1;

    private final RandomStream random;
    /** By node, the chains whose last event happened there. */
    private final List<ArrayDeque<Chain>> ended = new ArrayList<>();

    /** The chain of the event that happens now, until something continues it. */
    private @Nullable Chain open;

    private int node = OUTSIDE;
    private long count;

    Chains(RandomStream random) {
        this.random = random;
    }

    /** An event of this chain happens now, at this node. */
    void enter(Chain chain, int at) {
        leave();
        open = chain;
        node = at;
    }

    /** No event happens now. */
    void leave() {
        if (open != null) {
            endedAt(node).push(open);
            open = null;
        }
        node = OUTSIDE;
    }

    /** The chain of an event that is scheduled now. */
    Chain next() {
        if (open != null) {
            Chain continued = open;
            open = null;
            return continued;
        }
        Chain old = node == OUTSIDE ? null : endedAt(node).poll();
        return old == null ? begin() : old;
    }

    private Chain begin() {
        count++;
        return new Chain(random.next() >>> 1);
    }

    private ArrayDeque<Chain> endedAt(int at) {
        while (ended.size() <= at) {
            ended.add(new ArrayDeque<>());
        }
        return ended.get(at);
    }

    /** How many chains there were. */
    long count() {
        return count;
    }
}
