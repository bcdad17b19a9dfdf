package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.random.Seed;
import java.util.function.BooleanSupplier;

/** One run of very many. */
public final class SeedRun {

    private SeedRun() {}

    /**
     * Runs a seed and adds what became of it to a tally. Whatever is thrown is a finding about the seed.
     *
     * @param goesOn asked now and then whether anybody wants to know
     * @return false if nobody did before the run was at its end; then nothing is added
     */
    public static boolean add(Subject subject, Seed seed, Tally tally, BooleanSupplier goesOn) {
        SituationLog log = new SituationLog();
        RunOptions options = RunOptions.LEAN.observer(log).watcher(Watcher.PATIENT.andWhile(goesOn));
        FinishedRun run;
        try {
            run = Runs.run(subject, seed, options);
        } catch (RuntimeException | Error thrown) {
            tally.add(seed, thrown);
            return true;
        }
        if (run.result().judgement().interrupted()) {
            return false;
        }
        tally.add(run, log.situations(run.faults()));
        return true;
    }
}
