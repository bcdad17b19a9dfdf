package dev.orrery.scenarios.explain;

import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Signature;
import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param signature what failed
 * @param result of the run
 * @param verdict of the check that failed; null if it is a threshold that was missed
 * @param cone what can have had an influence
 * @param ablation which faults it takes
 * @param likelihood when it became inevitable
 * @param runs how many runs it took to say so
 */
public record Explanation(
        Signature signature,
        RunResult result,
        @Nullable CheckVerdict verdict,
        Cone cone,
        Ablation ablation,
        Likelihood likelihood,
        int runs) {}
