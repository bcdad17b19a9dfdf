package dev.orrery.scenarios.explain;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.trace.TraceKind;
import java.util.Optional;

/**
 * Explains failing runs.
 *
 * @param points at how many moments the likelihood is measured, at least 2
 * @param tries how many runs for each of them, at least 1
 * @param watcher looks on while runs go on, and may end each
 */
public record Explaining(int points, int tries, Watcher watcher) {
    private static final int MOST_EVENTS = 1 << 21;

    /** A run that is drawn anew may fail so much later than the run did to count, and no later. */
    private static final long PATIENCE = 1_000_000_000L;

    /** Checks the numbers. */
    public Explaining {
        if (points < 2 || tries < 1) {
            throw new IllegalArgumentException("a curve has at least 2 points of at least 1 run");
        }
    }

    /**
     * Explains a run.
     *
     * @return empty if it does not fail
     */
    public Optional<Explanation> explain(Subject subject, Seed seed) {
        FinishedRun run = Runs.run(subject, seed, RunOptions.DEFAULT.recording(new Recording.Last(MOST_EVENTS)));
        RunResult result = run.result();
        return Signature.of(result).map(signature -> {
            Trials trials = new Trials(signature, seed, watcher);
            Optional<CheckVerdict> verdict = result.checks().stream()
                    .filter(check -> check.name().equals(signature.check()))
                    .findFirst();
            Scenario executed = ending(run.executedScenario(), result);
            long violated =
                    verdict.map(CheckVerdict::event).orElse(result.extent().events());
            return new Explanation(
                    signature,
                    result,
                    verdict.orElse(null),
                    Cone.ofLast(run.trace(), TraceKind.VIOLATION),
                    Ablation.of(executed, trials),
                    Likelihood.of(executed, violated, points, tries, trials),
                    trials.runs());
        });
    }

    /** The run with the faults that were done, ended a while after it failed. */
    private static Scenario ending(Scenario executed, RunResult result) {
        long failed = result.extent().virtualNanos();
        long patience = Math.max(PATIENCE, failed / 4);
        return executed.withDuration(failed + patience);
    }
}
