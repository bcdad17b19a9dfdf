package dev.orrery.reports;

import dev.orrery.reports.page.Page;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.run.RunFolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Makes the report of a finished run from its folder, as often as one likes: the same folder, the same report.
 *
 * <p>A file is written under another name first and then takes the place of the old one, so nobody ever sees half a report.
 */
public final class Report {
    /** The page's name in the run's folder. */
    public static final String PAGE = "report.html";

    private Report() {}

    /**
     * Writes the page.
     *
     * @param runFolder holds {@code result.json}, and {@code history.edn} and {@code scenario.yaml} if the page is to show
     *     them
     * @return the page
     * @throws RunFolderException if the folder holds no run, or one that cannot be read; nothing is written then
     * @throws IOException if a file cannot be read or written
     */
    public static Path writePage(Path runFolder) throws RunFolderException, IOException {
        return replace(runFolder.resolve(PAGE), Page.of(Run.read(runFolder)));
    }

    private static Path replace(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.writeString(unfinished, text);
        return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
