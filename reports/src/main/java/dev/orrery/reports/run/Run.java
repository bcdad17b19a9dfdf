package dev.orrery.reports.run;

import dev.orrery.sim.history.EdnReader;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.UnreadableHistoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished run, read from its folder.
 *
 * @param result what it found
 * @param history what its clients saw; empty if that is not there
 * @param scenario the text that ran; empty if that is not there
 * @param notices what is missing from the folder, and what the result itself says was left out
 */
public record Run(Result result, History history, String scenario, List<String> notices) {
    /** The file that makes a folder the folder of a run. */
    public static final String RESULT = "result.json";

    private static final String HISTORY = "history.edn";
    private static final String SCENARIO = "scenario.yaml";

    public Run {
        notices = List.copyOf(notices);
    }

    /**
     * Reads a folder. Without a history or a scenario there is a report all the same, with a notice in it.
     *
     * @throws RunFolderException if the result is missing, cut off or of another version
     * @throws IOException if a file that is there cannot be read
     */
    public static Run read(Path folder) throws RunFolderException, IOException {
        Result result = result(folder);
        List<String> notices = new ArrayList<>(result.notices());
        return new Run(result, history(folder, notices), scenario(folder, notices), notices);
    }

    /**
     * Reads a folder but for its history.
     *
     * @param history what the folder's history was written from
     * @throws RunFolderException if the result is missing, cut off or of another version
     * @throws IOException if a file that is there cannot be read
     */
    public static Run read(Path folder, History history) throws RunFolderException, IOException {
        Result result = result(folder);
        List<String> notices = new ArrayList<>(result.notices());
        return new Run(result, history, scenario(folder, notices), notices);
    }

    private static Result result(Path folder) throws RunFolderException, IOException {
        Path file = folder.resolve(RESULT);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new RunFolderException(folder + " is not the folder of a run: it has no " + RESULT, e);
        }
        try {
            return ResultReader.read(text);
        } catch (RunFolderException e) {
            throw new RunFolderException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static History history(Path folder, List<String> notices) throws IOException {
        try {
            return EdnReader.read(Files.readString(folder.resolve(HISTORY)));
        } catch (NoSuchFileException e) {
            notices.add("There is no " + HISTORY + " in the folder, so no operation is drawn.");
        } catch (UnreadableHistoryException e) {
            notices.add(HISTORY + " cannot be read, so no operation is drawn: " + e.getMessage());
        }
        return new History();
    }

    private static String scenario(Path folder, List<String> notices) throws IOException {
        try {
            return Files.readString(folder.resolve(SCENARIO));
        } catch (NoSuchFileException e) {
            notices.add("There is no " + SCENARIO + " in the folder, so the scenario is not shown.");
            return "";
        }
    }
}
