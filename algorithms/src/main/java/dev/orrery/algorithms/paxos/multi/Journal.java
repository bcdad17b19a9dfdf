package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Proposal;
import java.util.ArrayList;
import java.util.List;

/**
 * What a server has let others know in this life, and what clients have asked it for, in order: for those who look on. Nothing
 * that the server does depends on it. Of a long life only the latest is kept.
 */
public final class Journal {
    private static final int KEPT = 100_000;

    private final List<Announcement> kept = new ArrayList<>();
    private long dropped;

    /** Something that a server has let others know, or was asked for. */
    public sealed interface Announcement {
        /** A client's command has reached a leader. */
        record Asked(Object value) implements Announcement {}

        /** An acceptor has sent a promise. */
        record Promised(Ballot ballot) implements Announcement {}

        /** An acceptor has said that it has accepted a proposal. */
        record AcceptedProposal(long instance, Proposal proposal) implements Announcement {}
    }

    /** Takes note of one. */
    public void add(Announcement announcement) {
        if (kept.size() == 2 * KEPT) {
            kept.subList(0, KEPT).clear();
            dropped += KEPT;
        }
        kept.add(announcement);
    }

    /** How many there were so far. */
    public long size() {
        return dropped + kept.size();
    }

    /**
     * One of them.
     *
     * @param index from 0 to {@link #size} - 1, and one of the last hundred thousand
     */
    public Announcement get(long index) {
        return kept.get((int) (index - dropped));
    }
}
