package dev.orrery.scenarios.sweep;

/**
 * How far a sweep, or one part of it, has come: the first so many of its seeds, without a gap.
 *
 * @param plan what it is about
 * @param done how many seeds were run
 * @param tally what is known of their runs
 * @param ending why there are no more
 */
public record Part(SweepPlan plan, long done, Tally tally, Ending ending) {

    /** Nothing has been run yet. */
    public static Part begin(SweepPlan plan) {
        return new Part(plan, 0, new Tally(plan.goals()), Ending.INTERRUPTED);
    }

    /** Whether nothing is left to run. */
    public boolean isComplete() {
        return done == plan.range().count();
    }
}
