package dev.orrery.sim.explore;

import java.util.List;

/**
 * A way to a violation.
 *
 * @param invariant what is violated
 * @param message how, in plain words
 * @param way what happens after the boots
 */
public record Counterexample(String invariant, String message, List<Step> way) {
    /** Keeps a copy. */
    public Counterexample {
        way = List.copyOf(way);
    }
}
