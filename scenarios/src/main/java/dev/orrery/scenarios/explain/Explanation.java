package dev.orrery.scenarios.explain;

import dev.orrery.scenarios.explore.WayTrace;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.sim.trace.TraceKind;
import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param signature what failed
 * @param result of the run
 * @param verdict of the check that failed; null if it is a threshold that was missed
 * @param cone what can have had an influence
 * @param ablation which faults it takes; null if it is a way that a search found, which has none
 * @param likelihood when it became inevitable; null if nothing was left to chance
 * @param runs how many runs it took to say so
 */
public record Explanation(
        Signature signature,
        RunResult result,
        @Nullable CheckVerdict verdict,
        Cone cone,
        @Nullable Ablation ablation,
        @Nullable Likelihood likelihood,
        int runs) {

    /** Of the way to a violation that a search found, which leaves nothing open but what led to it. */
    public static Explanation of(WayTrace way, RunResult result) {
        return new Explanation(
                Signature.of(result).orElseThrow(),
                result,
                result.checks().get(0),
                Cone.ofLast(way.enactment().trace(), TraceKind.VIOLATION),
                null,
                null,
                0);
    }
}
