package dev.orrery.algorithms.raft;

import java.util.Arrays;

/** The chunks of a snapshot that have come so far, in memory: from its first byte on, without a gap. */
final class SnapshotAssembly {
    private static final byte[] NOTHING = {};

    private long lastIncludedIndex;
    private int snapshot;
    private int length = -1;
    private byte[] bytes = NOTHING;
    private int received;

    /** Takes a whole chunk in. One of another snapshot begins anew; one that does not come next changes nothing. */
    void add(InstallSnapshot chunk) {
        if (!holds(chunk)) {
            begin(chunk);
        }
        if (chunk.offset() == received && chunk.data().length <= length - received) {
            append(chunk.data());
        }
    }

    private boolean holds(InstallSnapshot chunk) {
        return length == chunk.length()
                && snapshot == chunk.snapshot()
                && lastIncludedIndex == chunk.lastIncludedIndex();
    }

    private void begin(InstallSnapshot chunk) {
        lastIncludedIndex = chunk.lastIncludedIndex();
        snapshot = chunk.snapshot();
        length = chunk.length();
        bytes = NOTHING;
        received = 0;
    }

    private void append(byte[] data) {
        if (received + data.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(length, Math.max(received + data.length, 2 * bytes.length)));
        }
        System.arraycopy(data, 0, bytes, received, data.length);
        received += data.length;
    }

    /** How many bytes there are of the snapshot that the last chunk was of. */
    int received() {
        return received;
    }

    boolean isComplete() {
        return received == length;
    }

    /**
     * The snapshot, when it is complete.
     *
     * @throws IllegalArgumentException if the bytes are no snapshot; they are forgotten
     */
    Snapshot snapshot() {
        byte[] whole = bytes;
        try {
            return Snapshot.read(whole);
        } catch (IllegalArgumentException e) {
            clear();
            throw e;
        }
    }

    /** Forgets all chunks. */
    void clear() {
        length = -1;
        bytes = NOTHING;
        received = 0;
    }
}
