package dev.orrery.sim.trace;

import org.jspecify.annotations.Nullable;

/**
 * Where two runs that should be the same part: a run that is not a function of its scenario and seed is found by running
 * it twice and asking for the first difference.
 *
 * @param event the id of the first event that differs
 * @param first what happened in the first run, in words, or {@link #NOTHING}
 * @param second what happened in the second run, in words, or {@link #NOTHING}
 */
public record TraceDifference(long event, String first, String second) {
    /** What is said of a run that was over already. */
    public static final String NOTHING = "nothing more";

    /** The first difference among the events that both traces have in memory, or null if there is none. */
    public static @Nullable TraceDifference between(Trace first, Trace second) {
        long last = Math.max(first.last(), second.last());
        for (long id = Math.max(first.first(), second.first()); id <= last; id++) {
            boolean both = id <= first.last() && id <= second.last();
            if (!both || !first.line(id).equals(second.line(id))) {
                return new TraceDifference(id, words(first, id), words(second, id));
            }
        }
        return null;
    }

    private static String words(Trace trace, long id) {
        return id <= trace.last() ? trace.words(id) : NOTHING;
    }
}
