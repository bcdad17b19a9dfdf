package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.language.ProblemReport;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.run.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A scenario as it is named on the command line.
 *
 * @param word what was typed
 * @param subject what it is
 */
record ScenarioArgument(String word, Subject subject) {
    private static final String STANDARD_INPUT = "-";

    /**
     * Reads what is named.
     *
     * @return null if something is wrong with the scenario, which has been reported
     * @throws ParameterException if nothing has that name
     */
    static @Nullable ScenarioArgument read(CommandLine command, String word) {
        try (InputStream in = open(command, word)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Subject subject = parse(command, word.equals(STANDARD_INPUT) ? "standard input" : word, text);
            return subject == null ? null : new ScenarioArgument(word, subject);
        } catch (IOException failed) {
            throw new ParameterException(command, "cannot read " + word + ": " + failed.getMessage(), failed);
        }
    }

    /**
     * Reads a text.
     *
     * @param name what it is called in reports
     * @return null if something is wrong with it, which has been reported
     */
    static @Nullable Subject parse(CommandLine command, String name, String text) {
        ScenarioReader.Reading reading = ScenarioReader.read(name, text);
        Scenario scenario = reading.scenario();
        command.getErr().print(new ProblemReport(List.of(reading.source()), reading.problems()).text());
        command.getErr().flush();
        return scenario == null ? null : Subject.of(scenario, text);
    }

    private static InputStream open(CommandLine command, String word) throws IOException {
        if (word.equals(STANDARD_INPUT)) {
            return System.in;
        }
        Path file = Path.of(word);
        if (Files.isRegularFile(file)) {
            return Files.newInputStream(file);
        }
        throw new ParameterException(command, "no scenario and no file is named '" + word + "'");
    }

    /** Whether it came from standard input, and so cannot be named again. */
    boolean isStandardInput() {
        return word.equals(STANDARD_INPUT);
    }
}
