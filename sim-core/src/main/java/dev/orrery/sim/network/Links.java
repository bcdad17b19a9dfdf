package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The links that were looked at, by sender and receiver, in open addressing. The pairs stand beside each other, so that a
 * search looks at nothing but them until it knows.
 */
final class Links {
    private static final int FIRST_CAPACITY = 64;

    /** Sender and receiver in the upper and lower half, both counted from 1; 0 where nothing stands. */
    private long[] pairs = new long[FIRST_CAPACITY];

    private @Nullable Link[] links = new @Nullable Link[FIRST_CAPACITY];
    private int size;

    /** The link, or null if nobody has looked at it yet. */
    @Nullable
    Link get(NodeId from, NodeId to) {
        return links[place(pairs, pair(from, to))];
    }

    /** Adds a link that is not there. */
    void add(Link link) {
        if (2 * ++size > pairs.length) {
            grow();
        }
        put(pairs, links, link);
    }

    private void grow() {
        long[] morePairs = new long[2 * pairs.length];
        @Nullable Link[] moreLinks = new @Nullable Link[2 * pairs.length];
        for (Link link : links) {
            if (link != null) {
                put(morePairs, moreLinks, link);
            }
        }
        pairs = morePairs;
        links = moreLinks;
    }

    private static void put(long[] pairs, @Nullable Link[] links, Link link) {
        long pair = pair(link.from, link.to);
        int place = place(pairs, pair);
        pairs[place] = pair;
        links[place] = link;
    }

    private static long pair(NodeId from, NodeId to) {
        return (from.index() + 1L) << 32 | (to.index() + 1L);
    }

    /** Where this pair stands, or would stand. */
    private static int place(long[] pairs, long pair) {
        int mask = pairs.length - 1;
        int place = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (pairs[place] != pair && pairs[place] != 0) {
            place = (place + 1) & mask;
        }
        return place;
    }
}
