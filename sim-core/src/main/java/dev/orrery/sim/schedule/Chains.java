package dev.orrery.sim.schedule;

import dev.orrery.sim.random.Mix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides events into chains while they come up. An event continues the chain of the event during which it was scheduled,
 * or else one that ended at the same node, since what a node did before it causes all that it does after; only if there is
 * none does it begin a new chain. At most one event of a chain is pending.
 *
 * <p>A chain's priority is keyed by the node at which it begins and the how-manieth it is to begin there, so that a node more
 * or less leaves those of the others as they were.
 */
final class Chains {
    private static final int OUTSIDE = -1;

    private final Lines lines;
    private long key;
    /** By node, the chains whose last event happened there. */
    private final List<ArrayDeque<Chain>> ended = new ArrayList<>();

    /** The chain of the event that happens now, until something continues it. */
    private @Nullable Chain open;

    /** By node, how many chains have begun there. */
    private final List<long[]> begun = new ArrayList<>();

    private int node = OUTSIDE;
    private long count;

    Chains(long key, Lines lines) {
        this.key = key;
        this.lines = lines;
    }

    /** Priorities of chains that begin from now on are drawn from another key. */
    void reseed(long other) {
        key = other;
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

    /**
     * The chain of an event that is scheduled now.
     *
     * @param of the event's node
     */
    Chain next(int of) {
        if (open != null) {
            Chain continued = open;
            open = null;
            return continued;
        }
        Chain old = node == OUTSIDE ? null : endedAt(node).poll();
        return old == null ? begin(node == OUTSIDE ? of : node) : old;
    }

    private Chain begin(int at) {
        count++;
        while (begun.size() <= at) {
            begun.add(new long[1]);
        }
        long ordinal = begun.get(at)[0]++;
        return new Chain(Mix.combine(Mix.combine(key, lines.identity(at)), ordinal) >>> 1);
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
