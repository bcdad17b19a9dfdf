package dev.orrery.algorithms.raft;

/**
 * A log as others may look at it. The first entry of all has index 1; those before {@link #firstIndex} were discarded, since
 * a snapshot holds what they did (§7). Only committed entries are discarded.
 */
public interface LogView {
    /** The index of the first entry that was not discarded; there may be none there yet. */
    long firstIndex();

    /** The index of the last entry, also if it was discarded; 0 if there is none. */
    long lastIndex();

    /** The term of the last entry, also if it was discarded; 0 if there is none. */
    long lastTerm();

    /**
     * The term of an entry.
     *
     * @param index from that of the last entry that was discarded to {@link #lastIndex}; index 0, which stands before all
     *     entries, has term 0
     */
    long term(long index);

    /**
     * An entry.
     *
     * @param index from {@link #firstIndex} to {@link #lastIndex}
     */
    Entry entry(long index);

    /** How often entries were deleted from the end since the log was opened. */
    long truncations();

    /** The last index that the latest deletion left in place; any number if there was none. */
    long truncatedTo();

    /**
     * The last entry at or before {@code index} whose term is at most {@code term}: where two logs may still agree when
     * one has {@code term} at that index and the other has not (§5.3, last paragraphs; etcd's {@code findConflictByTerm}).
     * What was discarded is committed, so that logs agree there.
     *
     * @param index from 0 to {@link #lastIndex}
     * @return an index, 0 if there is no such entry
     */
    default long findConflictByTerm(long index, long term) {
        long candidate = index;
        while (candidate >= firstIndex() && term(candidate) > term) {
            candidate--;
        }
        return candidate;
    }

    /**
     * Whether this log and one that has an entry of this term at this index are equal up to there (Log Matching, Fig. 3): it
     * has such an entry too. It needs no look at entries that were discarded, since those are committed.
     */
    default boolean matches(long index, long term) {
        return index < firstIndex() - 1 || (index <= lastIndex() && term(index) == term);
    }
}
