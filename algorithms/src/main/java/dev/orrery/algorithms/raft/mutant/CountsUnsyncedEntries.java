package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.PersistentState;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R33: a leader commits and applies what is not yet stable on its own disk but counts as if it were, as in etcd (issue 14370).
 *
 * <p>When it crashes, an entry is gone of which clients were told that it was done. Breaks durability: leader completeness.
 */
final class CountsUnsyncedEntries extends RaftRules {
    @Override
    public long ownMatchIndex(PersistentState persistent) {
        return persistent.log().lastIndex();
    }
}
