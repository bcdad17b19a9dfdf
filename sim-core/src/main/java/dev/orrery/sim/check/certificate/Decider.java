package dev.orrery.sim.check.certificate;

import dev.orrery.sim.history.Interval;
import java.util.List;

/** Whoever can tell whether some operations about one object are linearizable. */
@FunctionalInterface
public interface Decider {

    /** What it says. */
    enum Answer {
        /** They are linearizable. */
        LEGAL,
        /** They are not. */
        ILLEGAL,
        /** It gave up. */
        UNKNOWN
    }

    /**
     * Decides.
     *
     * @param operations in the order of invocation
     */
    Answer decide(List<Interval> operations);
}
