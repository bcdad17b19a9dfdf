package dev.orrery.sim.disk;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of a disk's files: as reads see them, and as they lie on the platter. Between the two is a journal: changes
 * of names become durable in the order in which they were made, as in a journaling file system; a change of names and a
 * write of bytes are not ordered to each other, so a renamed file may survive without its bytes (Pillai et al., <i>All
 * File Systems Are Not Created Equal</i>, OSDI 2014).
 */
final class Directory {
    private final TreeMap<String, StoredFile> names = new TreeMap<>();
    private final TreeMap<String, StoredFile> durable = new TreeMap<>();
    private final ArrayDeque<Change> journal = new ArrayDeque<>();
    private long changes;
    private long lastRemoval;

    /** One change of names: {@code name} now stands for {@code file} or for none, and {@code gone} for nothing. */
    record Change(
            String name,
            @Nullable StoredFile file,
            @Nullable String gone) {}

    @Nullable
    StoredFile file(String name) {
        return names.get(name);
    }

    /** The files as they lie on the platter, by name. */
    Map<String, StoredFile> durable() {
        return durable;
    }

    int unsyncedCount() {
        return journal.size();
    }

    StoredFile create(String name) {
        StoredFile file = new StoredFile();
        names.put(name, file);
        file.name(record(new Change(name, file, null)));
        return file;
    }

    /** Gives a file another name and returns the file that had that name before. */
    @Nullable
    StoredFile rename(String from, StoredFile file, String to) {
        names.remove(from);
        file.name(record(new Change(to, file, from)));
        return names.put(to, file);
    }

    void remove(String name) {
        names.remove(name);
        lastRemoval = record(new Change(name, null, null));
    }

    private long record(Change change) {
        journal.add(change);
        return ++changes;
    }

    /** The mark up to which a sync of a file makes names durable: its own name, and every removal before. */
    long markFor(StoredFile file) {
        return Math.max(file.named(), lastRemoval);
    }

    /**
     * Makes the changes of names up to a mark durable.
     *
     * @return how many unsynced changes of bytes went with the files that thereby ceased to be
     */
    int commitThrough(long mark) {
        int gone = 0;
        while (oldestUnsynced() <= mark && !journal.isEmpty()) {
            gone += commit(journal.remove());
        }
        return gone;
    }

    /** The number of the oldest change of names that is not durable, counted from 1. */
    long oldestUnsynced() {
        return changes - journal.size() + 1;
    }

    @Nullable
    Change takeOldestUnsynced() {
        return journal.poll();
    }

    /** Makes one change durable; how many unsynced changes of bytes went with the file that thereby ceased to be. */
    int commit(Change change) {
        if (change.gone != null) {
            durable.remove(change.gone);
        }
        StoredFile before = change.file == null ? durable.remove(change.name) : durable.put(change.name, change.file);
        return before == null || before == change.file ? 0 : before.unsyncedCount();
    }

    /** Forgets the cache: reads see the names on the platter. */
    void dropCache() {
        journal.clear();
        names.clear();
        names.putAll(durable);
    }

    /** Forgets every file, also those that only the journal knows. */
    void clear() {
        durable.values().forEach(StoredFile::dropCache);
        for (Change change : journal) {
            if (change.file != null) {
                change.file.dropCache();
            }
        }
        durable.clear();
        dropCache();
    }

    /** How many bytes all files hold as reads see them. */
    long size() {
        long size = 0;
        for (StoredFile file : names.values()) {
            size += file.length();
        }
        return size;
    }

    int count() {
        return names.size();
    }
}
