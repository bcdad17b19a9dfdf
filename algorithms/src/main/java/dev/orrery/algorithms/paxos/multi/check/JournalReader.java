package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.multi.Journal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.sim.node.NodeId;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads each server's journal once. */
final class JournalReader {
    private final Judge judge;
    private final Map<NodeId, Place> places = new TreeMap<>();

    /** Judges one announcement: null if all is well. */
    interface Judge {
        @Nullable
        String judge(NodeId node, MultiPaxosState server, Announcement announcement);
    }

    /** How far a journal was read. */
    private static final class Place {
        long next;
    }

    JournalReader(Judge judge) {
        this.judge = judge;
    }

    /** Judges what is new, up to the first violation. */
    @Nullable
    String judgeNew(NodeId node, MultiPaxosState server) {
        Place place = places.computeIfAbsent(node, first -> new Place());
        Journal journal = server.journal();
        while (place.next < journal.size()) {
            String violation = judge.judge(node, server, journal.get(place.next++));
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    /** The server is gone. Its next life has another journal. */
    void crashed(NodeId node) {
        places.remove(node);
    }
}
