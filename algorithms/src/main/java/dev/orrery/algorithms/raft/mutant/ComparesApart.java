package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R03: last term and last index are compared each by itself, not as a pair, as in openraft (before a48a3282).
 *
 * <p>Of two logs, one with the later term and the other the longer, neither is then up-to-date for the other's server: they
 * elect nobody. Breaks liveness.
 */
final class ComparesApart extends RaftRules {
    @Override
    public boolean isUpToDate(long lastLogTerm, long lastLogIndex, LogView log) {
        return lastLogTerm >= log.lastTerm() && lastLogIndex >= log.lastIndex();
    }
}
