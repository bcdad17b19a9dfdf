package dev.orrery.algorithms.raft;

import dev.orrery.sim.disk.DiskError;
import org.jspecify.annotations.Nullable;

/**
 * Takes a snapshot of the state machine every so many entries, and then discards the log up to it (§7). It is always at an
 * index that is a multiple of that number, so that servers write the same snapshots.
 */
final class SnapshotTaker {
    private static final long NEVER = Long.MAX_VALUE;

    private final RaftServer server;
    private final PersistentState persistent;
    private final Applier applier;
    private final SnapshotOptions options;
    private long due;

    SnapshotTaker(RaftServer server, PersistentState persistent, Applier applier, SnapshotOptions options) {
        this.server = server;
        this.persistent = persistent;
        this.applier = applier;
        this.options = options;
        schedule();
    }

    /** Sets the index of the next snapshot: the first one to come. */
    void schedule() {
        due = options.after() == 0 ? NEVER : (applier.lastApplied() / options.after() + 1) * options.after();
    }

    /** An entry was applied. */
    void applied(long index) {
        if (index >= due) {
            take();
            schedule();
        }
    }

    /** A disk that is still busy with the last one is spared this one. */
    private void take() {
        if (persistent.isSaving()) {
            return;
        }
        long index = applier.lastApplied();
        Snapshot snapshot = Snapshot.of(index, persistent.log().term(index), applier.snapshot());
        if (snapshot.bytes().length > options.maxSize()) {
            server.note("snapshot-too-large", "bytes", snapshot.bytes().length);
        } else {
            persistent.save(snapshot, error -> saved(snapshot, error));
        }
    }

    private void saved(Snapshot snapshot, @Nullable DiskError error) {
        if (error == null) {
            server.note("snapshot-taken", "index", snapshot.lastIncludedIndex());
            persistent.discard(snapshot.lastIncludedIndex() - options.keep());
            persistent.flush();
        } else {
            server.diskFailed();
        }
    }
}
