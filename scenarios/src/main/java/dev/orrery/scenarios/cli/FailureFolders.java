package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.NotDeterministicException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.folder.SavedRun;
import dev.orrery.scenarios.folder.TracedRun;
import dev.orrery.scenarios.result.Signature;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.scenarios.sweep.Group;
import dev.orrery.scenarios.sweep.Summary;
import dev.orrery.sim.random.Seed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The folders of the failures of a sweep: of the most frequent signatures a few runs each, which are done again, now with all
 * that is kept of a run.
 *
 * @param argument the scenario
 * @param base the folder of all runs
 * @param watcher who may end it
 */
record FailureFolders(ScenarioArgument argument, Path base, Watcher watcher) {
    /** Of how many signatures there are folders. */
    private static final int MOST = 10;

    /**
     * Writes the folders.
     *
     * @return where they are
     * @throws FolderException if one cannot be written
     * @throws NotDeterministicException if a run goes another way than in the sweep
     */
    List<Path> write(Summary summary) throws FolderException, NotDeterministicException {
        List<Path> written = new ArrayList<>();
        for (Group group : summary.failures().stream().limit(MOST).toList()) {
            // What ended a run from outside, as a lack of memory, need not be there again.
            if (!group.signature().check().equals(Signature.CRASH)) {
                for (long seed : group.examples()) {
                    written.add(write(new Seed(seed), group.signature()));
                }
            }
        }
        return written;
    }

    private Path write(Seed seed, Signature signature) throws FolderException, NotDeterministicException {
        RunFolder folder = RunFolder.begin(base, argument.folder(), seed);
        RunOptions options = RunOptions.DEFAULT.watcher(watcher);
        FinishedRun run = runAgain(new TracedRun(argument.subject(), seed, options, folder), seed);
        boolean same = Signature.of(run.result()).filter(signature::equals).isPresent();
        if (!same && !run.result().judgement().interrupted()) {
            throw new NotDeterministicException("seed " + seed.brief() + " had the failure " + signature
                    + " in the sweep, and has not when it is run again");
        }
        String reproduce = argument.reproduction(folder.path(), seed, List.of()).anywhere();
        SavedRun.save(folder, argument.subject(), run, reproduce);
        ReportPage.write(folder, run);
        return folder.path();
    }

    private static FinishedRun runAgain(TracedRun run, Seed seed) throws FolderException, NotDeterministicException {
        try {
            return run.ifItFails();
        } catch (NotDeterministicException different) {
            throw new NotDeterministicException("seed " + seed.brief() + ": " + different.getMessage());
        }
    }
}
