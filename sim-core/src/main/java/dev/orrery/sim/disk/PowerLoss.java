package dev.orrery.sim.disk;

import dev.orrery.sim.disk.DiskDraws.Choice;
import org.jspecify.annotations.Nullable;

/** A kill that takes the cache: decides for each unsynced change whether it had reached the platter. */
final class PowerLoss {
    private final Directory directory;
    private final Platter platter;
    private final DiskDraws draws;
    private final DiskPort port;
    private int kept;
    private int torn;

    PowerLoss(Directory directory, Platter platter, DiskDraws draws, DiskPort port) {
        this.directory = directory;
        this.platter = platter;
        this.draws = draws;
        this.port = port;
    }

    /**
     * Settles everything that is unsynced.
     *
     * @param unsynced how many changes there are
     * @param tear whether the last write is torn for certain
     */
    CrashReport settle(int unsynced, boolean tear) {
        settleNames();
        Unsynced victim = tear ? lastWrite() : null;
        for (var each : directory.durable().entrySet()) {
            StoredFile file = each.getValue();
            for (Unsynced change : file.unsynced()) {
                settle(each.getKey(), file, change, change == victim);
            }
            file.dropCache();
        }
        directory.dropCache();
        return new CrashReport(kept, unsynced - kept - torn, torn);
    }

    private void settleNames() {
        boolean journalWhole = true;
        for (long number = directory.oldestUnsynced(); ; number++) {
            Directory.Change change = directory.takeOldestUnsynced();
            if (change == null) {
                return;
            }
            journalWhole &= draws.below(2, Choice.NAME_SURVIVAL, number) == 0;
            port.happened(journalWhole ? "name-kept" : "name-lost", change.name(), 0, 0);
            if (journalWhole) {
                directory.commit(change);
                kept++;
            }
        }
    }

    /** The last write that can be torn; null when there is none. */
    private @Nullable Unsynced lastWrite() {
        Unsynced last = null;
        for (StoredFile file : directory.durable().values()) {
            for (Unsynced change : file.unsynced()) {
                if (change.bytes != null
                        && change.bytes.length > 1
                        && !change.forsaken
                        && (last == null || change.ordinal > last.ordinal)) {
                    last = change;
                }
            }
        }
        return last;
    }

    private void settle(String name, StoredFile file, Unsynced change, boolean tear) {
        int length = change.bytes == null ? 0 : change.bytes.length;
        int left = tear ? tornLength(change, length) : survives(change, length);
        if (left < 0) {
            port.happened("lost", name, change.offset, length);
            return;
        }
        platter.land(name, file, change, left);
        if (left < length) {
            torn++;
            port.happened("torn", name, change.offset, left);
        } else {
            kept++;
            port.happened("kept", name, change.offset, length);
        }
    }

    /** How many bytes of a change survive; -1 when it is lost. */
    private int survives(Unsynced change, int length) {
        if (change.bytes == null) {
            return draws.below(2, Choice.TRUNCATE_SURVIVAL, change.ordinal) == 0 ? 0 : -1;
        }
        if (change.forsaken) {
            return -1;
        }
        return switch (draws.below(3, Choice.WRITE_SURVIVAL, change.ordinal)) {
            case 0 -> length;
            case 1 -> -1;
            default -> length < 2 ? -1 : tornLength(change, length);
        };
    }

    private int tornLength(Unsynced change, int length) {
        return 1 + draws.below(length - 1, Choice.TORN_LENGTH, change.ordinal);
    }
}
