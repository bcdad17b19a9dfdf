package dev.orrery.sim.disk;

import org.jspecify.annotations.Nullable;

/**
 * What a disk holds, as reads see it and as it lies on the platter, and how much of it is not durable. Knows no time and
 * draws nothing but where damage falls.
 */
final class Contents {
    private final Directory directory = new Directory();
    private final Platter platter;
    private final DiskDraws draws;
    private final DiskPort port;
    private long used;
    private int unsynced;

    Contents(DiskDraws draws, DiskPort port) {
        this.platter = new Platter(directory, draws, port);
        this.draws = draws;
        this.port = port;
    }

    /** How many bytes all files hold as reads see them. */
    long used() {
        return used;
    }

    /** How many changes are not durable: of bytes and of names. */
    int unsynced() {
        return unsynced + directory.unsyncedCount();
    }

    @Nullable
    StoredFile file(String name) {
        return directory.file(name);
    }

    StoredFile create(String name) {
        return directory.create(name);
    }

    void write(StoredFile file, int offset, byte[] bytes, long ordinal, boolean misdirected) {
        if (bytes.length > 0) {
            used -= file.length();
            file.write(new Unsynced(ordinal, offset, bytes, misdirected), offset + bytes.length);
            used += file.length();
            unsynced++;
        }
    }

    void truncate(StoredFile file, int length, long ordinal) {
        used -= file.length() - length;
        file.truncate(new Unsynced(ordinal, length, null, false));
        unsynced++;
    }

    void rename(String from, StoredFile file, String to) {
        StoredFile replaced = directory.rename(from, file, to);
        used -= replaced == null ? 0 : replaced.length();
    }

    void remove(String name, StoredFile file) {
        directory.remove(name);
        used -= file.length();
    }

    /** The mark up to which a sync of this file makes names durable. */
    long namesMark(StoredFile file) {
        return directory.markFor(file);
    }

    /** Makes durable what a file's cache took, and which names changed, before two marks. */
    void makeDurable(String name, StoredFile file, long mark, long namesMark) {
        unsynced -= directory.commitThrough(namesMark);
        for (Unsynced change = file.takeBefore(mark); change != null; change = file.takeBefore(mark)) {
            platter.land(name, file, change, change.bytes == null ? 0 : change.bytes.length);
            unsynced--;
        }
    }

    /** Makes everything durable and drops the cache. */
    void makeAllDurable() {
        unsynced -= directory.commitThrough(Long.MAX_VALUE);
        for (var each : directory.durable().entrySet()) {
            makeDurable(each.getKey(), each.getValue(), Long.MAX_VALUE, 0);
        }
        directory.dropCache();
    }

    /** Loses the cache, and with it what was not durable, change by change as it is drawn. */
    CrashReport losePower(boolean tear) {
        CrashReport report = new PowerLoss(directory, platter, draws, port).settle(unsynced(), tear);
        unsynced = 0;
        used = directory.size();
        return report;
    }

    String rot(int bits, @Nullable String only) {
        return platter.rot(bits, only);
    }

    String wipe() {
        String done = "wiped " + directory.count() + " files of " + used + " bytes";
        directory.clear();
        unsynced = 0;
        used = 0;
        return done;
    }
}
