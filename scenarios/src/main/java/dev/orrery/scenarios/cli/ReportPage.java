package dev.orrery.scenarios.cli;

import dev.orrery.reports.Report;
import dev.orrery.reports.run.RunFolderException;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.run.FinishedRun;
import java.io.IOException;
import java.nio.file.Path;

/** The page that shows a run, in its folder. */
final class ReportPage {

    private ReportPage() {}

    /**
     * Writes the page of a run whose folder is otherwise whole.
     *
     * @throws FolderException if it cannot be written
     */
    static void write(RunFolder folder, FinishedRun run) throws FolderException {
        write(folder, () -> Report.writePage(folder.path(), run.history()));
    }

    /** The same from what the folder holds. */
    static void write(RunFolder folder) throws FolderException {
        write(folder, () -> Report.writePage(folder.path()));
    }

    private static void write(RunFolder folder, Page page) throws FolderException {
        try {
            page.write();
        } catch (IOException failed) {
            throw FolderException.of("write", folder.path().resolve(RunFolder.REPORT), failed);
        } catch (RunFolderException ours) {
            throw new IllegalStateException("a run that was just written cannot be read", ours);
        }
    }

    private interface Page {
        Path write() throws IOException, RunFolderException;
    }
}
