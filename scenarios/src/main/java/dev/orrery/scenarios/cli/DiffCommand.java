package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.diff.ComparedRun;
import dev.orrery.scenarios.diff.Difference;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.run.Recording;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/** {@code orrery diff RUN_A RUN_B}: where two runs part, and in what they differ. */
@Command(
        name = "diff",
        description = {
            "Compares two runs: where they part, and in what verdicts, faults and latencies differ.",
            "Events are the same if they are of the same node, name and number, messages if they are of the same link, kind "
                    + "and number, wherever they stand. A run whose folder holds no trace is run again for that, with this "
                    + "version; so runs of two versions are kept with `orrery run --trace`."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:no difference", " 1:they differ", " 2:there is no such run, or what is there cannot be read"
        },
        footer = {
            "%nExamples:%n",
            "  orrery diff runs/raft-steady/0x1 runs/raft-steady/0x2",
            "  orrery diff before/raft-steady/0x1 after/raft-steady/0x1 --json",
            "  orrery diff runs/latest runs/latest/shrunk.yaml"
        })
final class DiffCommand implements Callable<Integer> {
    private static final int MOST_EVENTS = 1 << 21;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN_A", description = "A run's folder, or a scenario that names its seed.")
    private String first = "";

    @Parameters(index = "1", paramLabel = "RUN_B", description = "The other one.")
    private String second = "";

    @Option(names = "--json", description = "Print the difference as JSON, and nothing else.")
    private boolean json;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        ComparedRun one = read(first);
        ComparedRun other = one == null ? null : read(second);
        if (one == null || other == null) {
            return ExitCode.USAGE;
        }
        Difference difference = Difference.between(one, other);
        PrintWriter out = spec.commandLine().getOut();
        DifferencePage page = new DifferencePage(difference, output.marks());
        if (json) {
            out.println(page.json());
        } else {
            page.lines(output.quiet()).forEach(out::println);
        }
        out.flush();
        return difference.isNone() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** A run as its folder has it or, without a trace, as it is again; null if its scenario is wrong, which is reported. */
    private @Nullable ComparedRun read(String word) {
        Path result = Path.of(word).resolve(RunFolder.RESULT);
        Path trace = Path.of(word).resolve(RunFolder.TRACE);
        try {
            if (Files.isRegularFile(result) && Files.isRegularFile(trace)) {
                return ComparedRun.read(result, trace);
            }
        } catch (IOException | JacksonException failed) {
            throw new ParameterException(
                    spec.commandLine(), "cannot read the run in " + word + ": " + failed.getMessage(), failed);
        }
        RunArgument argument = RunArgument.read(spec.commandLine(), word, null);
        return argument == null
                ? null
                : ComparedRun.of(Runs.run(
                        argument.subject(),
                        argument.seed(),
                        RunOptions.DEFAULT.recording(new Recording.Last(MOST_EVENTS))));
    }
}
