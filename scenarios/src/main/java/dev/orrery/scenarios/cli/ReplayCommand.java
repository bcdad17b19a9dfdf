package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.replay.NoTraceException;
import dev.orrery.scenarios.replay.Replay;
import dev.orrery.scenarios.replay.TraceFile;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.version.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery replay RUN}: runs a recorded run again, and compares event by event. */
@Command(
        name = "replay",
        description = "Runs a recorded run again from what its folder or trace holds, and compares event by event.",
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:each event is the same",
            " 2:there is no such run, or what is there is no trace",
            " 3:the trace is cut off; what there is of it is the same",
            " 4:an event differs"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN", description = "A run's folder, or a trace.")
    private Path run = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException {
        TraceFile file = read();
        Subject subject = ScenarioArgument.parse(spec.commandLine(), file.path() + " (scenario)", file.source());
        if (subject == null) {
            return ExitCode.USAGE;
        }
        Screen screen = new Screen(spec.commandLine(), output, false);
        try (Interruption interruption = Interruption.watch()) {
            Progress progress = screen.progress(subject.scenario().duration());
            Replay replay = Replay.of(file, subject, (now, events) -> {
                progress.at(now, events);
                return !interruption.isRequested();
            });
            progress.end();
            if (interruption.isRequested()) {
                return ExitCode.INTERRUPTED;
            }
            return tell(file, replay);
        }
    }

    private TraceFile read() throws IOException {
        Path trace = Files.isDirectory(run) ? run.resolve(RunFolder.TRACE) : run;
        if (Files.notExists(trace)) {
            throw new ParameterException(spec.commandLine(), "there is no " + trace);
        }
        try {
            return TraceFile.read(trace);
        } catch (NoTraceException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }

    private int tell(TraceFile file, Replay replay) {
        PrintWriter out = spec.commandLine().getOut();
        Marks marks = output.marks();
        int exitCode;
        if (replay instanceof Replay.Same same) {
            out.println(marks.good("IDENTICAL") + "  "
                    + Figures.count(same.result().extent().events()) + " events until "
                    + Figures.duration(same.result().extent().virtualNanos()) + ", digest "
                    + ResultJson.hexadecimal(same.result().extent().digest()) + ": deterministic, as it should be");
            exitCode = ExitCode.OK;
        } else if (replay instanceof Replay.CutOff cutOff) {
            out.println(marks.doubtful("CUT OFF") + "  the trace ends without its last line; its "
                    + Figures.count(cutOff.events()) + " events are the same");
            exitCode = ExitCode.INCONCLUSIVE;
        } else if (replay instanceof Replay.Different different) {
            out.println(marks.bad("DIFFERENT") + "  from event " + different.event() + " on");
            SideBySide.of("recorded", different.recorded(), "replayed", different.replayed())
                    .forEach(out::println);
            suspicions(file).forEach(suspicion -> out.println("  note  " + suspicion));
            exitCode = ExitCode.NOT_DETERMINISTIC;
        } else {
            throw new IllegalStateException("unknown outcome " + replay);
        }
        out.flush();
        return exitCode;
    }

    /** What may explain a difference, other than a run that is not deterministic. */
    private static List<String> suspicions(TraceFile file) {
        TraceFile.End end = file.end();
        String version = Version.current().stamp();
        return List.of(
                        end != null && !end.intact()
                                ? "the trace was changed after it was written: its hash is not that of its lines"
                                : "",
                        file.orrery().equals(version)
                                ? ""
                                : "the trace was written by orrery " + file.orrery() + ", this is " + version)
                .stream()
                .filter(suspicion -> !suspicion.isEmpty())
                .toList();
    }
}
