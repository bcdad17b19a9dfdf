package dev.orrery.scenarios.campaign;

import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign has come to.
 *
 * @param mutant the code of the planted bug, or {@code none}
 * @param failure the run that failed; null: none did
 * @param runs how many runs there were, the one that failed among them
 * @param inconclusive how many of them came to no verdict
 * @param events how many virtual events there were in all of them
 * @param complete whether it came to its end: the first failure, or all runs that were asked for
 */
public record Finding(
        String mutant, @Nullable Failure failure, long runs, long inconclusive, long events, boolean complete) {

    /**
     * The run that failed.
     *
     * @param profile the name of its scenario in the library
     * @param subject the scenario, with the planted bug in it
     * @param seed of the run
     * @param signature what failed
     * @param message what the check said
     */
    public record Failure(String profile, Subject subject, Seed seed, Signature signature, String message) {

        /** The run as a scenario that has its seed, and can be run again by itself. */
        public String asScenario() {
            return "# from " + profile + '\n' + subject.text() + "seed: " + seed.brief() + '\n';
        }
    }
}
