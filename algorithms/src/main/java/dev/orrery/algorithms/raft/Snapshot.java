package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import java.util.zip.CRC32C;

/**
 * What all entries up to one have done to the state machine, in their stead (§7), as it lies on disks and travels:
 *
 * <pre>
 *   checksum 4 | last included index 8 | last included term 8 | configuration | state: length 4, bytes
 * </pre>
 *
 * <p>The checksum is the CRC32C of all that follows it. Servers that take a snapshot at the same index write the same bytes,
 * so that a transfer that one leader began can be ended by another.
 */
public final class Snapshot {
    private final byte[] bytes;
    private final long lastIncludedIndex;
    private final long lastIncludedTerm;
    private final byte[] state;

    private Snapshot(byte[] bytes) {
        this.bytes = bytes;
        ByteReader in = new ByteReader(bytes);
        if (bytes.length < Integer.BYTES || in.getInt() != checksum(bytes)) {
            throw new IllegalArgumentException(bytes.length + " bytes with a wrong checksum are no snapshot");
        }
        lastIncludedIndex = in.getLong();
        lastIncludedTerm = in.getLong();
        state = in.getBytes();
    }

    /** Takes a snapshot of a state that all entries up to this one have led to. */
    static Snapshot of(long lastIncludedIndex, long lastIncludedTerm, byte[] state) {
        ByteWriter out = new ByteWriter();
        out.putInt(0);
        out.putLong(lastIncludedIndex);
        out.putLong(lastIncludedTerm);
        out.putBytes(state);
        byte[] bytes = out.toByteArray();
        out.clear();
        out.putInt(checksum(bytes));
        System.arraycopy(out.buffer(), 0, bytes, 0, Integer.BYTES);
        return new Snapshot(bytes);
    }

    /**
     * Reads a snapshot.
     *
     * @param bytes from now on nobody changes them
     * @throws IllegalArgumentException if they are not a whole snapshot as it was written
     */
    static Snapshot read(byte[] bytes) {
        return new Snapshot(bytes);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, Integer.BYTES, bytes.length - Integer.BYTES);
        return (int) crc.getValue();
    }

    /** The index of the last entry that it stands for. */
    public long lastIncludedIndex() {
        return lastIncludedIndex;
    }

    /** The term of that entry. */
    public long lastIncludedTerm() {
        return lastIncludedTerm;
    }

    /** The sessions and the state machine; nobody changes them. */
    byte[] state() {
        return state;
    }

    /** As it lies on disks and travels; nobody changes them. */
    byte[] bytes() {
        return bytes;
    }

    /** Tells it from other snapshots, also of the same index. */
    public int checksum() {
        return new ByteReader(bytes).getInt();
    }
}
