package dev.orrery.sim;

import dev.orrery.sim.check.HistoryWatch;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;

/**
 * Ends a run when what watches the history sees a violation. A watch that throws is no watch: the run goes on without it,
 * and the check at the end will say what it did not like.
 */
final class HistoryGuard implements History.Listener {
    private final HistoryWatch watch;
    private final Runnable end;
    private boolean over;

    HistoryGuard(HistoryWatch watch, Runnable end) {
        this.watch = watch;
        this.end = end;
    }

    @Override
    public void invoked(Operation operation) {
        tell(() -> watch.invoked(operation));
    }

    @Override
    public void completed(Operation operation) {
        tell(() -> watch.completed(operation));
        if (!over && watch.isViolated()) {
            over = true;
            end.run();
        }
    }

    private void tell(Runnable news) {
        if (!over) {
            try {
                news.run();
            } catch (RuntimeException | AssertionError | StackOverflowError thrown) {
                over = true;
            }
        }
    }
}
