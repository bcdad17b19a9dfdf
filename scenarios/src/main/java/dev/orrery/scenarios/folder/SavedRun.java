package dev.orrery.scenarios.folder;

import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.history.EdnWriter;

/** Writes a run that is over into its folder. */
public final class SavedRun {
    private SavedRun() {}

    /**
     * Writes everything but the trace, the result last, and points the links here.
     *
     * @param reproduce the command that runs the same again
     * @throws FolderException if something cannot be written
     */
    public static void save(RunFolder folder, Subject subject, FinishedRun run, String reproduce)
            throws FolderException {
        folder.write(RunFolder.SCENARIO, out -> out.write(subject.text()));
        folder.write(RunFolder.PLAN, out -> out.write(ScenarioWriter.write(run.executedScenario())));
        folder.write(RunFolder.HISTORY, out -> EdnWriter.write(run.history(), out));
        folder.write(RunFolder.RESULT, out -> ResultJson.write(run.result(), reproduce, out));
        folder.link();
    }
}
