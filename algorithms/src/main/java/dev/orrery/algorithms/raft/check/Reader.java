package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.LogView;

/** How far one server's log has been read, so that only what is new is read again. */
final class Reader {
    private long readTo;
    private long truncations;

    /** The first index in the log that was not read as it is now; after the last one if there is none. */
    long firstUnread(LogView log) {
        if (log.truncations() != truncations) {
            // Of several deletions only the last one's place is known.
            readTo = log.truncations() == truncations + 1 ? Math.min(readTo, log.truncatedTo()) : 0;
            truncations = log.truncations();
        }
        return Math.max(readTo + 1, log.firstIndex());
    }

    /** All of the log was read. */
    void read(LogView log) {
        readTo = log.lastIndex();
    }
}
