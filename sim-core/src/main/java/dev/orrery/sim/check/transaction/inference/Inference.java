package dev.orrery.sim.check.transaction.inference;

import dev.orrery.sim.check.transaction.dependency.Cycle;
import dev.orrery.sim.check.transaction.dependency.DependencyGraph;

/** What one kind of histories lets be inferred: which transactions depend on which others, and how to say why. */
public interface Inference {

    /** The transactions that the graph is about. */
    Nodes nodes();

    /** Adds the dependencies between data. */
    void addTo(DependencyGraph.Builder graph);

    /**
     * Why one comes before the other, with both by their names: {@code T1 did not observe T2's append of 5 to x}.
     *
     * @param step one that the data force: not one of sessions or of real time
     */
    String because(Cycle.Step step, String from, String to);
}
