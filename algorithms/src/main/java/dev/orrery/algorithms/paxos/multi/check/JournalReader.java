package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.multi.Journal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.node.NodeId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads each server's journal once. A server may be killed in the midst of a handler: what it had said by then is read when it
 * is gone, and judged with whoever is looked at next.
 */
final class JournalReader {
    private final Judge judge;
    private final Map<NodeId, Place> places = new TreeMap<>();
    private @Nullable String late;

    /** Judges one announcement: null if all is well. */
    interface Judge {
        @Nullable
        String judge(NodeId node, MultiPaxosState server, Announcement announcement);
    }

    private static final class Place {
        final MultiPaxosState server;
        long next;

        Place(MultiPaxosState server) {
            this.server = server;
        }
    }

    JournalReader(Judge judge) {
        this.judge = judge;
    }

    /** Judges what is new, up to the first violation. */
    @Nullable
    String judgeNew(NodeId node, MultiPaxosState server) {
        String violation = late;
        late = null;
        return violation != null ? violation : read(node, places.computeIfAbsent(node, first -> new Place(server)));
    }

    private @Nullable String read(NodeId node, Place place) {
        Journal journal = place.server.journal();
        while (place.next < journal.size()) {
            String violation = judge.judge(node, place.server, journal.get(place.next++));
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    /** The server is gone. Its next life has another journal. */
    void crashed(NodeId node) {
        Place place = places.remove(node);
        if (place != null && late == null) {
            late = read(node, place);
        }
    }
}
