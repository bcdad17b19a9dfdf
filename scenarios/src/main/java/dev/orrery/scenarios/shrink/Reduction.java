package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.Scenario;

/** Makes a failing scenario smaller along one dimension. */
interface Reduction {

    /** What it makes smaller, in a word or two, such as {@code faults}. */
    String dimension();

    /**
     * A scenario that still fails and is smaller, or the same one if there is none to be found.
     *
     * @param scenario one that fails
     */
    Scenario reduce(Scenario scenario, Oracle oracle);
}
