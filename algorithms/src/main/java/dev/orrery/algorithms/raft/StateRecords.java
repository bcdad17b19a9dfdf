package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * How a change of the persistent state is written down: the term and the vote from now on, and the entries that the log
 * holds from some index on. Entries that an earlier record put at or after that index are gone.
 *
 * <pre>
 *   term 8 | has a vote 1 | [vote: index 4, name] | first index 8 | count 4 | entries
 * </pre>
 */
final class StateRecords {
    private static final byte NO_VOTE = 0;
    private static final byte VOTE = 1;

    private final ByteWriter out = new ByteWriter();

    /** The part of a record that is not about the log. */
    record TermAndVote(long currentTerm, @Nullable NodeId votedFor) {}

    /** A record with the entries from an index to the log's end; good until the next one is asked for. */
    ByteWriter record(long currentTerm, @Nullable NodeId votedFor, LogView log, long firstIndex) {
        out.clear();
        out.putLong(currentTerm);
        if (votedFor == null) {
            out.putByte(NO_VOTE);
        } else {
            out.putByte(VOTE);
            out.putInt(votedFor.index());
            out.putString(votedFor.name());
        }
        out.putLong(firstIndex);
        out.putInt((int) (log.lastIndex() + 1 - firstIndex));
        for (long index = firstIndex; index <= log.lastIndex(); index++) {
            log.entry(index).writeTo(out);
        }
        return out;
    }

    /** Changes the log as a record says. */
    static TermAndVote replay(byte[] record, RaftLog log) {
        ByteReader in = new ByteReader(record);
        long currentTerm = in.getLong();
        NodeId votedFor = in.getByte() == NO_VOTE ? null : new NodeId(in.getInt(), in.getString());
        log.truncate(in.getLong() - 1);
        for (int left = in.getInt(); left > 0; left--) {
            log.append(Entry.readFrom(in));
        }
        return new TermAndVote(currentTerm, votedFor);
    }
}
