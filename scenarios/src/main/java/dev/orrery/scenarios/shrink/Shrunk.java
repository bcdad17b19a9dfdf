package dev.orrery.scenarios.shrink;

import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.util.List;

/**
 * What shrinking came to.
 *
 * @param signature what fails, before and after
 * @param seed of its run: that of the run to begin with, unless a smaller one was found under another
 * @param subject the smallest scenario that was found: it fails by itself, and expects to
 * @param run its run, traced in memory
 * @param before how large the run was
 * @param after how large it is
 * @param steps how many runs each round took and what it made smaller, in order
 * @param runs how many it took in all
 * @param atFixedPoint whether nothing of it can be made smaller; otherwise the budget was spent before that was known
 */
public record Shrunk(
        Signature signature,
        Seed seed,
        Subject subject,
        FinishedRun run,
        Size before,
        Size after,
        List<Step> steps,
        int runs,
        boolean atFixedPoint) {

    /** Takes the list as it is now. */
    public Shrunk {
        steps = List.copyOf(steps);
    }

    /**
     * Something that was made smaller.
     *
     * @param dimension what, in a word or two
     * @param runs after how many runs
     */
    public record Step(String dimension, int runs) {}
}
