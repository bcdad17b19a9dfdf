package dev.orrery.scenarios.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults that were really done, and those that were not.
 *
 * @param steps in the order in which they were done
 * @param yaml the same as the {@code faults:} of a scenario, with absolute times and names; empty if there were none
 * @param neverFired what waited for an event that did not come, in plain words
 * @param heldBack what was due and could not be done, and why
 */
public record ExecutedPlan(List<Step> steps, String yaml, List<String> neverFired, List<String> heldBack) {

    /** Nothing was done, or nobody asked. */
    public static final ExecutedPlan NONE = new ExecutedPlan(List.of(), "", List.of(), List.of());

    /** Keeps copies of the lists. */
    public ExecutedPlan {
        steps = List.copyOf(steps);
        neverFired = List.copyOf(neverFired);
        heldBack = List.copyOf(heldBack);
    }

    /**
     * One fault.
     *
     * @param id {@code f1}, {@code f2} and so on
     * @param at virtual nanoseconds at which it began
     * @param until virtual nanoseconds at which it ended: those at which it began if it happened at once; null if it was not
     *     over by the end of the run
     * @param kind its key in a scenario, such as {@code partition}
     * @param nodes the nodes that it hit
     * @param what what it did to whom, in plain words
     */
    public record Step(String id, long at, @Nullable Long until, String kind, List<String> nodes, String what) {
        /** Keeps a copy of the list. */
        public Step {
            nodes = List.copyOf(nodes);
        }
    }
}
