package dev.orrery.algorithms.raft;

/** A snapshot on its way to one follower, one chunk at a time. */
final class SnapshotTransfer {
    private final Snapshot snapshot;
    private int offset;

    SnapshotTransfer(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** Whether the follower has told that it has some of it. */
    boolean hasBegun() {
        return offset > 0;
    }

    /** The chunk that comes next. */
    InstallSnapshot chunk(long term, int chunkSize) {
        return InstallSnapshot.chunk(term, snapshot, offset, chunkSize);
    }

    /**
     * The follower has so many bytes from the first on.
     *
     * @return whether there is another chunk to send at once
     */
    boolean stored(long lastIncludedIndex, int bytes) {
        if (lastIncludedIndex != snapshot.lastIncludedIndex() || bytes > snapshot.bytes().length || bytes == offset) {
            return false;
        }
        offset = bytes;
        return offset < snapshot.bytes().length;
    }
}
