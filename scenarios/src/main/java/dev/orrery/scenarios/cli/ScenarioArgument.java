package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.language.ProblemReport;
import dev.orrery.scenarios.language.YamlReader;
import dev.orrery.scenarios.language.keys.ScenarioReader;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A scenario as it is named on the command line.
 *
 * @param word what was typed
 * @param options what else was typed that makes it another scenario than the word names
 * @param subject what it is
 */
record ScenarioArgument(String word, List<String> options, Subject subject) {

    /** The option that names another system. */
    static final String SYSTEM = "--system";

    /** Keeps a copy of the list. */
    ScenarioArgument {
        options = List.copyOf(options);
    }

    /**
     * Reads what is named.
     *
     * @return null if something is wrong with the scenario, which has been reported
     * @throws ParameterException if nothing has that name
     */
    static @Nullable ScenarioArgument read(CommandLine command, String word) {
        try (InputStream in = ScenarioSource.open(command, word)) {
            // One byte more than a scenario may have: then the reader says that it is too large.
            byte[] bytes = in.readNBytes(YamlReader.MOST_BYTES + 1);
            Subject subject = parse(command, ScenarioSource.name(word), bytes);
            return subject == null ? null : new ScenarioArgument(word, List.of(), subject);
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
        try {
            return parse(command, name, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static @Nullable Subject parse(CommandLine command, String name, byte[] bytes) throws IOException {
        ScenarioReader.Reading reading = ScenarioReader.read(name, new ByteArrayInputStream(bytes));
        Scenario scenario = reading.scenario();
        command.getErr().print(new ProblemReport(List.of(reading.source()), reading.problems()).text());
        command.getErr().flush();
        return scenario == null ? null : Subject.of(scenario, new String(bytes, StandardCharsets.UTF_8));
    }

    /** The name of its runs' folder: a bundled scenario's own name with the folder that it is in, else as it says itself. */
    String folder() {
        return !ScenarioSource.isFile(word) && Library.has(word) && !options.contains(SYSTEM)
                ? word
                : subject.scenario().name();
    }

    /** The same made another by options. */
    ScenarioArgument with(Subject other, List<String> words) {
        List<String> all = new ArrayList<>(options);
        all.addAll(words);
        return new ScenarioArgument(word, all, other);
    }

    /** The same on another system, under another name. */
    ScenarioArgument onSystem(Subject other, String system) {
        return with(other, List.of(SYSTEM, system));
    }

    /**
     * The command that runs it again.
     *
     * @param run the folder of the run, which has kept a text from standard input as it ran
     * @param more options of the run
     */
    Reproduction reproduction(Path run, Seed seed, List<String> more) {
        if (isStandardInput()) {
            return new Reproduction(run.resolve(RunFolder.SCENARIO).toString(), seed, more);
        }
        List<String> all = new ArrayList<>(options);
        all.addAll(more);
        return new Reproduction(word, seed, all);
    }

    /** Whether it came from standard input, and so cannot be named again. */
    private boolean isStandardInput() {
        return word.equals(ScenarioSource.STANDARD_INPUT);
    }
}
