package dev.orrery.algorithms.raft;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Invoked by a leader to send a snapshot, chunk by chunk, to a follower whose next entry it has discarded (Fig. 13; §7).
 *
 * @param term the leader's term
 * @param lastIncludedIndex the snapshot replaces all entries up through and including this index
 * @param lastIncludedTerm term of that entry
 * @param snapshot the snapshot's own checksum, which tells it from another one of the same index
 * @param length of the whole snapshot, in bytes
 * @param offset where the chunk stands in it
 * @param data the bytes of the chunk; nobody writes to them
 * @param checksum the CRC32C of all fields but the term
 */
// A chunk is an array of bytes. Nobody compares two chunks.
@SuppressWarnings("ArrayRecordComponent")
public record InstallSnapshot(
        long term,
        long lastIncludedIndex,
        long lastIncludedTerm,
        int snapshot,
        int length,
        int offset,
        byte[] data,
        int checksum)
        implements RaftMessage {

    /** Checks that the numbers are such as servers send. */
    public InstallSnapshot {
        RaftMessage.requireNotNegative(term, lastIncludedIndex, lastIncludedTerm);
        RaftMessage.requireNotNegative(length, offset, 0);
    }

    /** The chunk of a snapshot from an offset on, which may be its end: then the chunk is empty. */
    static InstallSnapshot chunk(long term, Snapshot snapshot, int offset, int chunkSize) {
        byte[] all = snapshot.bytes();
        byte[] data = Arrays.copyOfRange(all, offset, (int) Math.min(all.length, (long) offset + chunkSize));
        InstallSnapshot chunk = new InstallSnapshot(
                term,
                snapshot.lastIncludedIndex(),
                snapshot.lastIncludedTerm(),
                snapshot.checksum(),
                all.length,
                offset,
                data,
                0);
        return new InstallSnapshot(
                term,
                chunk.lastIncludedIndex,
                chunk.lastIncludedTerm,
                chunk.snapshot,
                chunk.length,
                offset,
                data,
                chunk.sum());
    }

    /** Whether it came as it was sent. */
    public boolean isWhole() {
        return checksum == sum() && (long) offset + data.length <= length;
    }

    private int sum() {
        ByteBuffer header = ByteBuffer.allocate(2 * Long.BYTES + 3 * Integer.BYTES);
        header.putLong(lastIncludedIndex).putLong(lastIncludedTerm);
        header.putInt(snapshot).putInt(length).putInt(offset).flip();
        CRC32C crc = new CRC32C();
        crc.update(header);
        crc.update(data, 0, data.length);
        return (int) crc.getValue();
    }

    @Override
    public int size() {
        return HEADER + data.length;
    }
}
