package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;

/**
 * R20: an entry of an earlier term is committed by counting its replicas, against §5.4.2 and Fig. 8 of the paper, as in
 * PySyncObj (issue 169).
 *
 * <p>A majority that holds it does not keep another server, with an entry of a later term, from being elected and overwriting
 * it. Breaks leader completeness.
 */
final class CommitsOldTerms extends RaftRules {
    @Override
    public boolean mayCommitByCounting(long entryTerm, long currentTerm) {
        return true;
    }
}
