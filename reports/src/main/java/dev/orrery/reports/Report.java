package dev.orrery.reports;

import dev.orrery.reports.chart.ChartFiles;
import dev.orrery.reports.figure.PictureFiles;
import dev.orrery.reports.page.Page;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.run.RunFolderException;
import dev.orrery.sim.history.History;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the report of a finished run from its folder, as often as one likes: the same folder, the same report.
 *
 * <p>The page is quick to write, and good to have after every run. The charts need a library that takes a second to load,
 * and are for those who want to show them elsewhere.
 *
 * <p>A file is written under another name first and then takes the place of the old one, so nobody ever sees half of it.
 * All methods throw a {@link RunFolderException} if the folder holds no run, or one that cannot be read, and have written
 * nothing then; and an {@link IOException} if a file cannot be read or written.
 */
public final class Report {
    /** The page's name in the run's folder. */
    public static final String PAGE = "report.html";

    /** The folder of the charts in the run's folder. */
    public static final String CHARTS = "charts";

    private Report() {}

    /**
     * Writes the page and the charts.
     *
     * @return the page
     */
    public static Path write(Path runFolder) throws RunFolderException, IOException {
        Run run = Run.read(runFolder);
        writeCharts(runFolder, run);
        return writePage(runFolder, run);
    }

    /**
     * Writes the page alone.
     *
     * @return the page
     */
    public static Path writePage(Path runFolder) throws RunFolderException, IOException {
        return writePage(runFolder, Run.read(runFolder));
    }

    /**
     * Writes the page alone, of a run that has just ended.
     *
     * @param history what the folder's {@code history.edn} was written from, to spare reading it; the page is the same
     * @return the page
     */
    public static Path writePage(Path runFolder, History history) throws RunFolderException, IOException {
        return writePage(runFolder, Run.read(runFolder, history));
    }

    private static Path writePage(Path runFolder, Run run) throws IOException {
        return replace(runFolder.resolve(PAGE), bytes(Page.of(run)));
    }

    private static void writeCharts(Path runFolder, Run run) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(ChartFiles.of(run));
        PictureFiles.of(run).forEach((name, text) -> files.put(name, bytes(text)));
        Path folder = Files.createDirectories(runFolder.resolve(CHARTS));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            replace(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Path replace(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, content);
        return Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
