package dev.orrery.sim.check;

import dev.orrery.sim.history.History;
import org.jspecify.annotations.Nullable;

/** A property of what the clients of a run saw, judged when the run is over. */
public interface HistoryCheck {

    /** The name that scenarios and results use, in lower case with hyphens. */
    String name();

    /**
     * Judges a history without changing it. A history in which no operation was answered is inconclusive, never a pass.
     * An operation that the check does not know is an {@link IllegalArgumentException}.
     */
    CheckResult check(History history);

    /** What sees a violation while the run goes on, made anew for each run; null if that cannot be seen. */
    default @Nullable HistoryWatch watch() {
        return null;
    }

    /** As {@link #check(History)}, with a hint that may make it faster but changes no verdict. */
    default CheckResult check(History history, Witness witness) {
        return check(history);
    }
}
