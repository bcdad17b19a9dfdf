package dev.orrery.sim.node;

/**
 * A named alarm of one incarnation of one process. It runs on the node's own clock, so a clock that drifts makes it late
 * or early. A crash ends it; {@link #set} again moves it; both cost O(1).
 */
public interface Timer {
    /**
     * Fires once, {@code delayNanos} from now on the node's clock; an earlier setting is forgotten.
     *
     * @param delayNanos at least 0; 0 fires after the events that are already due
     */
    void set(long delayNanos);

    /** Does not fire any more, until it is set again. */
    void cancel();

    /** Whether it is set and has not fired yet. */
    boolean isSet();
}
