package dev.orrery.scenarios.folder;

import dev.orrery.scenarios.explore.WayTrace;
import dev.orrery.scenarios.language.keys.ScenarioWriter;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.history.EdnWriter;
import dev.orrery.sim.history.History;

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

    /**
     * Writes the way to a violation that a search found like a run, without its trace: nobody has measured what clients saw,
     * and there was no plan.
     *
     * @param reproduce the command that searches again
     * @throws FolderException if something cannot be written
     */
    public static void save(RunFolder folder, WayTrace way, RunResult result, String reproduce) throws FolderException {
        folder.write(RunFolder.SCENARIO, out -> out.write(way.subject().text()));
        folder.write(RunFolder.HISTORY, out -> EdnWriter.write(new History(), out));
        folder.write(RunFolder.RESULT, out -> ResultJson.write(result, reproduce, out));
        folder.link();
    }
}
