package dev.orrery.sim.check;

import dev.orrery.sim.history.History;

/**
 * Sees as soon as possible that a {@link HistoryCheck} will find the history violated, while it is being written. It may
 * overlook violations, which the check finds in the end, but says of no history that the check would pass that it is
 * violated.
 */
public interface HistoryWatch extends History.Listener {

    /** Whether what has been written so far is violated, whatever comes. */
    boolean isViolated();
}
