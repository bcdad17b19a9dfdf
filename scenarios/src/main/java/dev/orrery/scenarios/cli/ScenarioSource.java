package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.library.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where the text of a scenario comes from: a file, the bundled scenarios, or standard input. */
final class ScenarioSource {
    /** The word for standard input. */
    static final String STANDARD_INPUT = "-";

    private ScenarioSource() {}

    /** What a source is called in reports. */
    static String name(String word) {
        return word.equals(STANDARD_INPUT) ? "standard input" : word;
    }

    /**
     * Opens what a word names: a file if there is one, else the bundled scenario.
     *
     * @throws ParameterException if there is neither; it says what was probably meant
     * @throws IOException if the file cannot be opened
     */
    static InputStream open(CommandLine command, String word) throws IOException {
        if (word.equals(STANDARD_INPUT)) {
            return System.in;
        }
        if (isFile(word)) {
            return Files.newInputStream(Path.of(word));
        }
        if (Library.has(word)) {
            return Library.open(word);
        }
        throw new ParameterException(
                command, UnknownWord.message("there is no file and no bundled scenario", word, Library.names()));
    }

    /** Whether a word names a file that is there. */
    static boolean isFile(String word) {
        try {
            Path path = Path.of(word);
            return Files.exists(path) && !Files.isDirectory(path);
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
