package dev.orrery.scenarios.sweep;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.RunFolder.NewFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a sweep is kept: {@code runs/<scenario>/sweep/<seeds>/}, with what is needed to go on with it, and its summary. The
 * parts of one sweep share a folder.
 */
public final class SweepFolder {
    private final Path path;
    private final String suffix;

    private SweepFolder(Path path, String suffix) {
        this.path = path;
        this.suffix = suffix;
    }

    /**
     * Makes the folder of a sweep, unless it is there.
     *
     * @param base the folder of all runs
     * @throws FolderException if it cannot be made
     */
    public static SweepFolder of(Path base, SweepPlan plan) throws FolderException {
        Path path = base.resolve(plan.scenario())
                .resolve("sweep")
                .resolve(plan.seeds().toString());
        try {
            Files.createDirectories(path);
        } catch (IOException failed) {
            throw FolderException.of("make the folder", path, failed);
        }
        return new SweepFolder(path, plan.isWhole() ? "" : "-" + plan.part() + "-of-" + plan.of());
    }

    /** How far the sweep is: a {@link PartFile}. */
    public Path part() {
        return path.resolve("part" + suffix + ".json");
    }

    /** What it has found: a {@link SummaryJson}, without the pace. */
    public Path summary() {
        return path.resolve("summary" + suffix + ".json");
    }

    /**
     * Reads how far the sweep is; nothing if nobody has begun it.
     *
     * @param plan the sweep that is to go on
     * @throws FolderException if the file cannot be read
     * @throws IllegalArgumentException if it is no part, or one of another sweep; the message says so
     */
    public Part read(SweepPlan plan) throws FolderException {
        if (Files.notExists(part())) {
            return Part.begin(plan);
        }
        Part part = PartFile.read(text());
        String difference = Merge.difference(part.plan(), plan);
        if (!difference.isEmpty()) {
            throw new IllegalArgumentException("it is another sweep's: " + difference);
        }
        return part;
    }

    private String text() throws FolderException {
        try {
            return Files.readString(part());
        } catch (IOException failed) {
            throw FolderException.of("read", part(), failed);
        }
    }

    /**
     * Writes what a sweep has found, and how far it is.
     *
     * @throws FolderException if a file cannot be written
     */
    public void keep(Summary summary) throws FolderException {
        NewFile.write(part(), PartFile.text(summary.part()));
        StringWriter text = new StringWriter();
        SummaryJson.write(summary, null, text);
        NewFile.write(summary(), text.toString());
    }
}
