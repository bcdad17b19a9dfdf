package dev.orrery.sim.network;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * The links of one sender by receiver, in open addressing: each sender of ten thousand nodes talks to a few, so a square
 * of all pairs would be nearly empty.
 */
final class LinkRow {
    private @Nullable Link[] table = new @Nullable Link[8];
    private int size;

    Link to(NodeId from, NodeId to, Network network) {
        int place = place(table, to);
        Link link = table[place];
        if (link == null) {
            link = network.newLink(from, to);
            table[place] = link;
            if (2 * ++size > table.length) {
                grow();
            }
        }
        return link;
    }

    private void grow() {
        @Nullable Link[] larger = new @Nullable Link[2 * table.length];
        for (Link link : table) {
            if (link != null) {
                larger[place(larger, link.to)] = link;
            }
        }
        table = larger;
    }

    /** Where this receiver's link stands, or would stand. */
    private static int place(@Nullable Link[] table, NodeId to) {
        int mask = table.length - 1;
        int place = ((to.index() * 0x9E3779B1) >>> 16) & mask;
        while (true) {
            Link link = table[place];
            if (link == null || link.to.index() == to.index()) {
                return place;
            }
            place = (place + 1) & mask;
        }
    }
}
