package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Sessions;
import org.jspecify.annotations.Nullable;

/** The volatile state on all servers (Fig. 2): what is committed, and what of it is applied to the state machine. */
final class Applier {
    private final LogView log;
    private final RaftRules rules;
    private final Sessions sessions;
    private long commitIndex;
    private long lastApplied;

    Applier(LogView log, RaftRules rules, Sessions sessions) {
        this.log = log;
        this.rules = rules;
        this.sessions = sessions;
    }

    /** Begins where a snapshot ends. */
    void restore(Snapshot snapshot) {
        sessions.restore(snapshot.state());
        commitIndex = Math.max(commitIndex, snapshot.lastIncludedIndex());
        lastApplied = snapshot.lastIncludedIndex();
    }

    /** The sessions and the state machine as the last entry that was applied has left them. */
    byte[] snapshot() {
        return sessions.snapshot();
    }

    long commitIndex() {
        return commitIndex;
    }

    long lastApplied() {
        return lastApplied;
    }

    /** Takes note that entries are committed, if that is news. */
    boolean commitTo(long index) {
        if (!rules.advances(index, commitIndex)) {
            return false;
        }
        commitIndex = index;
        return true;
    }

    boolean hasNext() {
        return lastApplied < commitIndex;
    }

    /** Applies the next entry (Fig. 2, All Servers) and answers with what the state machine did. */
    @Nullable
    Object applyNext() {
        Command command = log.entry(lastApplied + 1).command();
        lastApplied++;
        return command == null ? null : sessions.apply(command, lastApplied);
    }

    boolean isReadOnly(Command command) {
        return sessions.isReadOnly(command);
    }

    /** What the state machine answers as it is now, though the command has no place in the log. */
    @Nullable
    Object answer(Command command) {
        return sessions.answer(command, lastApplied);
    }
}
