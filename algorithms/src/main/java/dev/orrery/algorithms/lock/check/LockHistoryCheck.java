package dev.orrery.algorithms.lock.check;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.check.model.LockModel;
import dev.orrery.sim.history.History;

/** The acquisitions and releases of a history are those of one lock with an owner and fencing tokens. */
public final class LockHistoryCheck implements HistoryCheck {
    private static final String NAME = "linearizable";

    private final boolean reentrant;
    private final long steps;

    /**
     * Judges one run.
     *
     * @param reentrant whether an owner may enter again
     * @param steps how long the search may take
     */
    public LockHistoryCheck(boolean reentrant, long steps) {
        this.reentrant = reentrant;
        this.steps = steps;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CheckResult check(History history) {
        LockHistory lock = LockHistory.of(history);
        LockModel model = reentrant ? LockModel.reentrantFenced() : LockModel.fenced();
        CheckResult result = new LinearizabilityCheck(model, steps).check(lock.history());
        return new CheckResult(
                NAME, result.outcome(), result.message(), result.event(), lock.originals(result.operations()));
    }
}
