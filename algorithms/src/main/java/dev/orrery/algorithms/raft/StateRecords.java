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
 *   term 8 | flags 1 | [vote: index 4, name] | [last discarded: index 8, term 8] | first index 8 | count 4 | entries
 * </pre>
 *
 * <p>Flag 1 says that there is a vote, flag 2 that entries were discarded, since a snapshot holds what they did (§7): then the
 * record begins a new file, and holds the whole log.
 */
final class StateRecords {
    private static final byte VOTE = 1;
    private static final byte DISCARDED = 2;

    private final ByteWriter out = new ByteWriter();

    /** The part of a record that is not about the log. */
    record TermAndVote(long currentTerm, @Nullable NodeId votedFor) {}

    /** A record with the entries from an index to the log's end; good until the next one is asked for. */
    ByteWriter record(long currentTerm, @Nullable NodeId votedFor, LogView log, long firstIndex) {
        out.clear();
        boolean whole = firstIndex == log.firstIndex() && firstIndex > 1;
        out.putLong(currentTerm);
        out.putByte((byte) ((votedFor == null ? 0 : VOTE) | (whole ? DISCARDED : 0)));
        if (votedFor != null) {
            out.putInt(votedFor.index());
            out.putString(votedFor.name());
        }
        if (whole) {
            out.putLong(firstIndex - 1);
            out.putLong(log.term(firstIndex - 1));
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
        byte flags = in.getByte();
        NodeId votedFor = (flags & VOTE) == 0 ? null : new NodeId(in.getInt(), in.getString());
        if ((flags & DISCARDED) != 0) {
            log.restart(in.getLong(), in.getLong());
        }
        log.truncate(in.getLong() - 1);
        for (int left = in.getInt(); left > 0; left--) {
            log.append(Entry.readFrom(in));
        }
        return new TermAndVote(currentTerm, votedFor);
    }
}
