package dev.orrery.sim.check.transaction.dependency;

import dev.orrery.sim.check.transaction.isolation.Anomaly;
import java.util.List;

/**
 * Transactions each of which must come before the next one, and the last before the first.
 *
 * @param anomaly what such a cycle is called
 * @param steps from each transaction to the next, at least two
 */
public record Cycle(Anomaly anomaly, List<Step> steps) {

    /**
     * One comes before the other.
     *
     * @param from the node that comes first
     * @param to the node that comes after it
     * @param dependency why
     * @param evidence what the maker of the graph knows the edge by
     */
    public record Step(int from, int to, Dependency dependency, int evidence) {}

    public Cycle {
        steps = List.copyOf(steps);
    }
}
