package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.Sessions;
import dev.orrery.algorithms.statemachine.StateMachine;
import org.jspecify.annotations.Nullable;

/** The replica: executes what was chosen, in the order of the instances (§3). */
final class Applier {
    private final Sessions sessions;
    private long lastApplied;

    Applier(StateMachine stateMachine, Effects effects) {
        sessions = new Sessions(stateMachine, effects);
    }

    long lastApplied() {
        return lastApplied;
    }

    /** Executes the value of the next instance and answers with what the state machine did. */
    @Nullable
    Object applyNext(Object value) {
        lastApplied++;
        return value instanceof Command command ? sessions.apply(command, lastApplied) : null;
    }
}
