package dev.orrery.algorithms.raft;

/** A log as others may look at it. The first index is 1. */
public interface LogView {
    /** The index of the last entry, 0 if there is none. */
    long lastIndex();

    /** The term of the last entry, 0 if there is none. */
    long lastTerm();

    /**
     * The term of an entry.
     *
     * @param index from 0, which stands before the first entry and has term 0, to {@link #lastIndex}
     */
    long term(long index);

    /**
     * An entry.
     *
     * @param index from 1 to {@link #lastIndex}
     */
    Entry entry(long index);

    /** How often entries were deleted from the end since the log was opened. */
    long truncations();

    /** The last index that the latest deletion left in place; any number if there was none. */
    long truncatedTo();

    /**
     * The last entry at or before {@code index} whose term is at most {@code term}: where two logs may still agree when
     * one has {@code term} at that index and the other has not (§5.3, last paragraphs; etcd's {@code findConflictByTerm}).
     *
     * @param index from 0 to {@link #lastIndex}
     * @return an index, 0 if there is no such entry
     */
    default long findConflictByTerm(long index, long term) {
        long candidate = index;
        while (candidate > 0 && term(candidate) > term) {
            candidate--;
        }
        return candidate;
    }

    /** Whether there is an entry of this term at this index, or the index is 0. */
    default boolean matches(long index, long term) {
        return index <= lastIndex() && term(index) == term;
    }
}
