package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.replay.NoTraceException;
import dev.orrery.scenarios.replay.ResultFile;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A run as it is named on the command line: by its folder, or by a scenario and a seed.
 *
 * @param subject what ran
 * @param seed with which seed
 * @param folder the run's folder; null if a scenario was named
 * @param name of the run's folder under that of all runs: the scenario's name, bundled ones' with their folder
 */
record RunArgument(Subject subject, Seed seed, @Nullable Path folder, String name) {

    /**
     * Reads what is named.
     *
     * @param seed in place of the run's or the scenario's; null if nobody chose one
     * @return null if something is wrong with the scenario, which has been reported
     * @throws ParameterException if nothing has that name, or nothing says which seed
     */
    static @Nullable RunArgument read(CommandLine command, String word, @Nullable Seed seed) {
        Path folder = folder(word);
        return folder == null ? ofScenario(command, word, seed) : ofFolder(command, folder, seed);
    }

    private static @Nullable RunArgument ofScenario(CommandLine command, String word, @Nullable Seed chosen) {
        ScenarioArgument argument = ScenarioArgument.read(command, word);
        if (argument == null) {
            return null;
        }
        Seed seed = Optional.ofNullable(chosen)
                .or(argument.subject().scenario()::seed)
                .orElseThrow(() -> new ParameterException(
                        command, "which run of " + word + "? Say --seed N, or name a run's folder"));
        return new RunArgument(argument.subject(), seed, null, argument.folder());
    }

    private static @Nullable RunArgument ofFolder(CommandLine command, Path folder, @Nullable Seed chosen) {
        Path scenario = folder.resolve(RunFolder.SCENARIO);
        Path result = folder.resolve(RunFolder.RESULT);
        if (!Files.isRegularFile(scenario) || !Files.isRegularFile(result)) {
            throw new ParameterException(command, folder + " holds no whole run: no result with its scenario");
        }
        try {
            Subject subject = ScenarioArgument.parse(command, scenario.toString(), Files.readString(scenario));
            ResultFile file = ResultFile.read(result);
            if (file.scheduler().equals(Schedule.EXHAUSTIVE.name())) {
                throw new ParameterException(
                        command, folder + " holds a way that a search found, and no run: see orrery explain");
            }
            Seed seed = chosen == null ? file.seed() : chosen;
            return subject == null
                    ? null
                    : new RunArgument(subject, seed, folder, subject.scenario().name());
        } catch (IOException failed) {
            throw new ParameterException(command, "cannot read " + folder + ": " + failed.getMessage(), failed);
        } catch (NoTraceException none) {
            throw new ParameterException(command, String.valueOf(none.getMessage()), none);
        }
    }

    /** The same in the order of events that was asked for. */
    RunArgument in(SchedulerOptions scheduler) {
        Subject ordered = scheduler.apply(
                subject,
                inTime -> Runs.run(inTime, seed, RunOptions.LEAN)
                        .result()
                        .extent()
                        .events());
        return new RunArgument(ordered, seed, folder, name);
    }

    private static @Nullable Path folder(String word) {
        try {
            Path path = Path.of(word);
            return Files.isDirectory(path) ? path : null;
        } catch (InvalidPathException none) {
            return null;
        }
    }
}
