package dev.orrery.sim.check.transaction.dependency;

import dev.orrery.sim.check.transaction.isolation.Ordering;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what cycles a graph has, one of each kind in each tangle.
 *
 * <p>Whether there is one of a kind is decided by strong components alone, in time that grows with the number of edges.
 * The cycle that is shown is the shortest found by searches that look at a few times as many edges as there are; the
 * first search always succeeds. A kind is looked for with the order of sessions only where it is not there without, and
 * with real time only where it is not there with sessions; kinds that allow anti-dependencies in a row only where
 * there is none without.
 */
public final class CycleSearch {
    private final DependencyGraph graph;
    private final List<Cycle> cycles = new ArrayList<>();

    private CycleSearch(DependencyGraph graph) {
        this.graph = graph;
    }

    /** The cycles of a graph; none if and only if it has none. */
    public static List<Cycle> cycles(DependencyGraph graph) {
        CycleSearch search = new CycleSearch(graph);
        search.run();
        return search.cycles;
    }

    private void run() {
        StrongComponents components = StrongComponents.of(graph, ~0);
        for (Tangle tangle : Tangle.of(graph, components)) {
            TangleSearch inTangle = new TangleSearch(tangle);
            for (Ordering ordering : Ordering.values()) {
                inTangle.search(ordering);
            }
            cycles.addAll(inTangle.found());
        }
    }
}
