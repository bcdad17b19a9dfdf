package dev.orrery.algorithms.raft;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of one server's log, in memory. What of it is durable is {@link PersistentState}'s business. */
public final class RaftLog implements LogView {
    private @Nullable Entry[] entries = new @Nullable Entry[64];
    private int size;
    private long truncations;
    private long truncatedTo;

    @Override
    public long lastIndex() {
        return size;
    }

    @Override
    public long lastTerm() {
        return term(size);
    }

    @Override
    public long term(long index) {
        return index == 0 ? 0 : entry(index).term();
    }

    @Override
    public Entry entry(long index) {
        Entry entry = index > size ? null : entries[(int) index - 1];
        if (entry == null) {
            throw new IllegalArgumentException("there is no entry " + index + " in a log of " + size);
        }
        return entry;
    }

    /**
     * Some entries in a row, copied out of the log.
     *
     * @param first from 1
     * @param count how many; all must be there
     */
    List<Entry> slice(long first, int count) {
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(entry(first));
        }
        entry(first + count - 1);
        int from = (int) first - 1;
        // Up to size all are there, so the copy holds no null.
        @SuppressWarnings("NullAway")
        Entry[] copy = Arrays.copyOfRange(entries, from, from + count);
        return Collections.unmodifiableList(Arrays.asList(copy));
    }

    /** Adds an entry at the end. */
    public void append(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size++] = entry;
    }

    /** Deletes all entries after an index. */
    public void truncate(long lastKept) {
        if (lastKept < 0 || lastKept > size) {
            throw new IllegalArgumentException("a log of " + size + " entries cannot be cut after " + lastKept);
        }
        if (lastKept < size) {
            Arrays.fill(entries, (int) lastKept, size, null);
            size = (int) lastKept;
            truncations++;
            truncatedTo = lastKept;
        }
    }

    @Override
    public long truncations() {
        return truncations;
    }

    @Override
    public long truncatedTo() {
        return truncatedTo;
    }
}
