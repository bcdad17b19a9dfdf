package dev.orrery.sim.check;

import java.util.function.Supplier;

/**
 * A property that a scenario may ask for by name. What judges it is made anew for each run. Two checks are the same if they
 * are of one kind and have one name.
 */
public sealed interface Check {

    /** The property's name in the literature, in lower case with hyphens. */
    String name();

    /** What holds when it holds, where it comes from, and what a violation means: a paragraph in plain words. */
    String description();

    /**
     * A property of what the clients saw, judged when the run is over.
     *
     * @param make a judge for one run
     */
    record OnHistory(String name, String description, Supplier<HistoryCheck> make) implements Check {
        @Override
        public boolean equals(Object other) {
            return other instanceof OnHistory that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    /**
     * A property of the nodes, watched while the run goes on.
     *
     * @param make a judge for one run
     */
    record OnNodes(String name, String description, Supplier<Invariant> make) implements Check {
        @Override
        public boolean equals(Object other) {
            return other instanceof OnNodes that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
