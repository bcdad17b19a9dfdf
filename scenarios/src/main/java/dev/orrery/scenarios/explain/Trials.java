package dev.orrery.scenarios.explain;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.random.Seed;

/** Runs variations of a failing run, and says whether they fail in the same way. */
final class Trials {
    private final Signature wanted;
    private final Seed seed;
    private final Watcher watcher;
    private int runs;

    /**
     * No trial yet.
     *
     * @param wanted what counts as the same failure
     * @param watcher may end each of them, which then does not fail
     */
    Trials(Signature wanted, Seed seed, Watcher watcher) {
        this.wanted = wanted;
        this.seed = seed;
        this.watcher = watcher;
    }

    Signature wanted() {
        return wanted;
    }

    Seed seed() {
        return seed;
    }

    /** Whether a scenario fails in the same way. */
    boolean fails(Scenario scenario, RunOptions options) {
        FinishedRun run = run(scenario, options);
        return !run.result().judgement().interrupted()
                && Signature.of(run.result()).filter(wanted::equals).isPresent();
    }

    FinishedRun run(Scenario scenario, RunOptions options) {
        runs++;
        return Runs.run(Subject.of(scenario, ScenarioWriter.write(scenario)), seed, options.watcher(watcher));
    }

    /** How many there were. */
    int runs() {
        return runs;
    }
}
