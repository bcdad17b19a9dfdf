package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftRules;

/**
 * R02: a vote is refused to a log that is shorter than the voter's, whatever their terms, as in hashicorp/raft (issue 94).
 *
 * <p>A server that was left with a long tail of uncommitted entries votes for nobody, and nobody may vote for it, since its
 * last term is old. Once the others alone are no majority no leader is ever elected. Breaks liveness. Requests of pre-votes are
 * answered rightly; see {@link ComparesApart} for the bug in the comparison itself.
 */
final class RefusesShorterLogs extends RaftRules {
    @Override
    public boolean grantsVote(long lastLogTerm, long lastLogIndex, LogView log) {
        return lastLogIndex >= log.lastIndex() && super.grantsVote(lastLogTerm, lastLogIndex, log);
    }
}
