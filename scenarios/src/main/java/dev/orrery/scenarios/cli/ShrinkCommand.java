package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.corpus.SavedCase;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.shrink.Shrinking;
import dev.orrery.scenarios.shrink.Shrunk;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery shrink RUN}: the smallest scenario that fails in the same way. */
@Command(
        name = "shrink",
        description = {
            "Makes a failing run smaller while the same check still fails in the same way: duration, servers, clients, "
                    + "operations, faults and what they hit, the network's chance, keys and options.",
            "Writes a scenario that fails by itself, with one seed and an explicit plan. Where a failure hangs by very"
                    + " many chances, it is looked for in shorter runs of other seeds. The result depends on nothing but"
                    + " scenario, seed and the budget of runs; shrinking it again changes nothing."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:shrunk, or as small as can be already",
            " 2:the command line or the scenario is wrong, or a file cannot be written",
            " 3:the run does not fail, so there is nothing to shrink",
            "130:interrupted; what was found until then is written"
        },
        footer = {
            "%nExamples:%n",
            "  orrery shrink runs/latest",
            "  orrery shrink bugs/raft-vote-without-log-check --seed 1 --out small.yaml",
            "  orrery shrink my-scenario.yaml --seed 0x5EED --budget 60s"
        })
final class ShrinkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN|SCENARIO",
            description = "A run's folder, the name of a bundled scenario, or a scenario's file.")
    private String word = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            description = "Which run of the scenario. By default that of the folder, else the scenario's.")
    private @Nullable Seed seed;

    @Option(
            names = "--budget",
            paramLabel = "RUNS|TIME",
            converter = ShrinkBudget.Converter.class,
            description =
                    "How much is tried: runs, as 500, or time, as 60s, which gives another result on another machine."
                            + " By default 5000 runs; most failures take a few hundred.")
    private ShrinkBudget budget = ShrinkBudget.USUAL;

    @Option(
            names = "--out",
            paramLabel = "FILE|DIR",
            description = "Where the scenario goes. By default shrunk.yaml in the run's folder.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print what was done as JSON, and nothing else.")
    private boolean json;

    @Mixin
    private SchedulerOptions scheduler = new SchedulerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        RunArgument named = RunArgument.read(spec.commandLine(), word, seed);
        if (named == null) {
            return ExitCode.USAGE;
        }
        RunArgument argument = named.in(scheduler);
        try (Interruption interruption = Interruption.watch()) {
            ShrinkProgress progress =
                    new ShrinkProgress(spec.commandLine().getErr(), !output.quiet() && !json, Terminal.isError());
            Shrinking.Budget allowed = budget.begin();
            Optional<Shrunk> shrunk = Shrinking.shrink(
                    argument.subject(),
                    argument.seed(),
                    runs -> {
                        progress.at(runs);
                        return !interruption.isRequested() && allowed.allows(runs);
                    },
                    progress::smaller);
            progress.end();
            if (shrunk.isEmpty()) {
                return nothing(argument);
            }
            Path file = target(argument);
            write(file, SavedCase.text(shrunk.get()));
            tell(argument, shrunk.get(), file);
            return interruption.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private int nothing(RunArgument argument) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("nothing to shrink: " + argument.subject().scenario().name() + " with the seed "
                + argument.seed().brief() + " does not fail");
        err.flush();
        return ExitCode.INCONCLUSIVE;
    }

    private Path target(RunArgument argument) {
        if (out != null) {
            return Files.isDirectory(out) ? out.resolve(argument.name().replace('/', '-') + ".yaml") : out;
        }
        Path folder = argument.folder() == null
                ? RunFolder.path(Path.of("runs"), argument.name(), argument.seed())
                : argument.folder();
        return folder.resolve(RunFolder.SHRUNK);
    }

    private void write(Path file, String text) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new ParameterException(
                    spec.commandLine(), "cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }

    private void tell(RunArgument argument, Shrunk shrunk, Path file) {
        PrintWriter out = spec.commandLine().getOut();
        ShrinkSummary summary = new ShrinkSummary(shrunk, file, output.marks());
        if (json) {
            summary.writeJson(argument.subject().scenario().name(), out);
        } else {
            summary.lines(argument.subject().scenario().name(), argument.seed(), output.quiet())
                    .forEach(out::println);
        }
        out.flush();
    }
}
