package dev.orrery.algorithms.raft.mutant;

import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.Sessions;
import dev.orrery.algorithms.statemachine.StateMachine;

/**
 * R66: a command that its client sent twice is applied twice (dissertation §6.3).
 *
 * <p>Breaks linearizability: a write comes back after it was overwritten, and a compare-and-set that took effect answers that it
 * did not.
 */
final class AppliesTwice extends RaftRules {
    @Override
    public Sessions sessions(StateMachine stateMachine, Effects effects) {
        return new Sessions(stateMachine, effects) {
            @Override
            protected boolean isNew(long sequenceNum, long lastSequenceNum) {
                return sequenceNum >= lastSequenceNum;
            }
        };
    }
}
