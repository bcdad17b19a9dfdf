package dev.orrery.algorithms.raft;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one server's log, in memory, from some index on: those before it were discarded when a snapshot had taken
 * their place (§7). What of it is durable is {@link PersistentState}'s business.
 */
public final class RaftLog implements LogView {
    private static final int ROOM = 64;

    private @Nullable Entry[] entries = new @Nullable Entry[ROOM];
    private int size;
    /** The last entry that was discarded. */
    private long discardedIndex;

    private long discardedTerm;
    private long truncations;
    private long truncatedTo;

    @Override
    public long firstIndex() {
        return discardedIndex + 1;
    }

    @Override
    public long lastIndex() {
        return discardedIndex + size;
    }

    @Override
    public long lastTerm() {
        return term(lastIndex());
    }

    @Override
    public long term(long index) {
        return index == discardedIndex ? discardedTerm : entry(index).term();
    }

    @Override
    public Entry entry(long index) {
        long at = index - discardedIndex - 1;
        Entry entry = at < 0 || at >= size ? null : entries[(int) at];
        if (entry == null) {
            throw new IllegalArgumentException(
                    "there is no entry " + index + " in a log from " + firstIndex() + " to " + lastIndex());
        }
        return entry;
    }

    /**
     * Some entries in a row, copied out of the log.
     *
     * @param first from {@link #firstIndex}
     * @param count how many; all must be there
     */
    List<Entry> slice(long first, int count) {
        if (count == 0) {
            return List.of();
        }
        if (count == 1) {
            return List.of(entry(first));
        }
        entry(first);
        entry(first + count - 1);
        int from = (int) (first - discardedIndex - 1);
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
        if (lastKept < discardedIndex || lastKept > lastIndex()) {
            throw new IllegalArgumentException(
                    "a log from " + firstIndex() + " to " + lastIndex() + " cannot be cut after " + lastKept);
        }
        if (lastKept < lastIndex()) {
            int kept = (int) (lastKept - discardedIndex);
            Arrays.fill(entries, kept, size, null);
            size = kept;
            truncations++;
            truncatedTo = lastKept;
        }
    }

    /** Discards the entries up to an index, which a snapshot holds (§7). Does nothing where that was done before. */
    public void discard(long lastDiscarded) {
        if (lastDiscarded <= discardedIndex) {
            return;
        }
        discardedTerm = term(lastDiscarded);
        int from = (int) (lastDiscarded - discardedIndex);
        size -= from;
        // Copied, so that the space that the discarded ones took is given up.
        @Nullable Entry[] rest = new @Nullable Entry[Math.max(ROOM, 2 * size)];
        System.arraycopy(entries, from, rest, 0, size);
        entries = rest;
        discardedIndex = lastDiscarded;
    }

    /** Discards everything: a snapshot whose last entry is this one takes its place (§7). */
    public void restart(long lastIncludedIndex, long lastIncludedTerm) {
        truncate(discardedIndex);
        discardedIndex = lastIncludedIndex;
        discardedTerm = lastIncludedTerm;
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
