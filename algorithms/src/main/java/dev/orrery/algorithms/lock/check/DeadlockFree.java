package dev.orrery.algorithms.lock.check;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.time.Durations;
import java.util.List;

/** While clients ask for the lock, somebody gets it within a bound. */
public final class DeadlockFree implements HistoryCheck {
    private static final String NAME = "deadlock-free";
    private static final int NOBODY = -1;

    private final long patience;
    private int waiting = NOBODY;
    private long since;
    private long entries;
    private long longest;

    /**
     * Judges one run.
     *
     * @param patience nanoseconds, more than 0
     */
    public DeadlockFree(long patience) {
        this.patience = patience;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult check(History history) {
        for (History.Event event : history.events()) {
            Operation operation = event.operation();
            if (!LockHistory.acquires(operation)) {
                continue;
            }
            boolean stalled;
            if (event.invocation()) {
                stalled = asks(operation);
            } else {
                stalled = stands(operation.completedAt());
                if (operation.outcome() == Operation.Outcome.OK) {
                    entries++;
                    waiting = NOBODY;
                }
            }
            if (stalled) {
                return stall(history, event.invocation() ? operation.invokedAt() : operation.completedAt());
            }
        }
        if (waiting != NOBODY && stands(history.lastAt())) {
            return stall(history, history.lastAt());
        }
        return entries == 0
                ? CheckResult.inconclusive(NAME, "nobody got the lock, and nobody asked for it for long")
                : CheckResult.pass(
                        NAME,
                        entries + " entries, at most " + Durations.brief(longest)
                                + " after somebody had asked and nobody else had entered");
    }

    private boolean asks(Operation operation) {
        if (waiting == NOBODY) {
            waiting = operation.index();
            since = operation.invokedAt();
        }
        return stands(operation.invokedAt());
    }

    /** Whether the wait has become too long by now. */
    private boolean stands(long now) {
        if (waiting == NOBODY) {
            return false;
        }
        longest = Math.max(longest, now - since);
        return now - since > patience;
    }

    private CheckResult stall(History history, long at) {
        return CheckResult.fail(
                NAME,
                "nobody got the lock from " + Durations.format(since) + ", when "
                        + history.get(waiting).client() + " asked for it, to " + Durations.format(at)
                        + ", which is longer than the " + Durations.format(patience) + " allowed, after "
                        + entries + " entries",
                List.of(waiting));
    }
}
