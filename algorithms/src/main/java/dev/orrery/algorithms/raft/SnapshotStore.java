package dev.orrery.algorithms.raft;

import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.disk.DiskError;
import org.jspecify.annotations.Nullable;

/**
 * The latest snapshot on disk. A new one is written beside it, synced, and only then given its name, so that after a crash at
 * any moment there is the one or the other, whole.
 */
final class SnapshotStore {
    static final String FILE = "raft-snapshot";
    static final String NEW = FILE + ".new";

    private final Disk disk;
    private @Nullable Snapshot latest;
    private boolean saving;

    /** Told how an operation ended. */
    interface Loaded {
        /** It can be used. */
        void loaded();

        /** The disk did not read; it can be tried again. */
        void unreadable(DiskError error);

        /** A snapshot was durable, and is not whole any more. */
        void damaged();
    }

    SnapshotStore(Disk disk) {
        this.disk = disk;
    }

    /** The latest snapshot that is durable, or null if none was ever taken. */
    @Nullable
    Snapshot latest() {
        return latest;
    }

    /** Whether a snapshot is being written; then no other can be. */
    boolean isSaving() {
        return saving;
    }

    /** Reads what earlier lives left. Costs nothing where they left nothing. */
    void load(Loaded loaded) {
        if (disk.length(NEW) >= 0) {
            disk.delete(NEW, error -> {});
        }
        if (disk.length(FILE) < 0) {
            loaded.loaded();
            return;
        }
        // A killed life may have left in the cache a name that is not durable yet.
        disk.sync(FILE, error -> {
            if (error == null) {
                read(loaded);
            } else {
                loaded.unreadable(error);
            }
        });
    }

    private void read(Loaded loaded) {
        disk.read(FILE, 0, (int) Math.max(0, disk.length(FILE)), (bytes, error) -> {
            if (error != null) {
                loaded.unreadable(error);
                return;
            }
            try {
                latest = Snapshot.read(bytes);
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                loaded.damaged();
                return;
            }
            loaded.loaded();
        });
    }

    /**
     * Makes a snapshot durable and the {@link #latest}.
     *
     * @param done told when it is durable, or why it is not: then the one before still stands
     * @throws IllegalStateException if another one {@link #isSaving is being written}
     */
    void save(Snapshot snapshot, Disk.Done done) {
        if (saving) {
            throw new IllegalStateException("a snapshot is being written");
        }
        saving = true;
        Disk.Done end = error -> {
            saving = false;
            latest = error == null ? snapshot : latest;
            done.done(error);
        };
        disk.delete(NEW, deleted -> {});
        disk.give(
                NEW,
                0,
                snapshot.bytes(),
                unless(
                        end,
                        () -> disk.sync(
                                NEW,
                                unless(end, () -> disk.rename(NEW, FILE, unless(end, () -> disk.sync(FILE, end)))))));
    }

    /** Goes on when a step is done; ends when it failed. */
    private static Disk.Done unless(Disk.Done end, Runnable next) {
        return error -> {
            if (error == null) {
                next.run();
            } else {
                end.done(error);
            }
        };
    }
}
