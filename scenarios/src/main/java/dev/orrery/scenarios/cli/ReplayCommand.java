package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.corpus.Corpus;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.replay.NoTraceException;
import dev.orrery.scenarios.replay.Replay;
import dev.orrery.scenarios.replay.ResultFile;
import dev.orrery.scenarios.replay.TraceFile;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.time.Durations;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery replay RUN}: runs a recorded run again, and compares event by event. */
@Command(
        name = "replay",
        description = {
            "Runs a recorded run again, and compares. With a trace each event is compared, without one the digest of all.",
            "Scenario and seed are those that the run's folder or the trace holds.",
            "Of saved cases, as shrink and sweep write them, it says for each whether it still fails, is fixed, or no longer "
                    + "applies: something that the case names did not happen."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the run is the same; all cases are fixed",
            " 1:a case still fails",
            " 2:there is no such run, or what is there cannot be read",
            " 3:the trace is cut off, and what there is of it is the same; no case fails, and some no longer apply",
            " 4:the run is not the same"
        },
        footer = {
            "%nExamples:%n",
            "  orrery replay runs/latest",
            "  orrery replay trace.jsonl",
            "  orrery replay failures",
            "  orrery replay runs/latest/shrunk.yaml"
        })
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "RUN|CASES", description = "A run's folder, a trace, a saved case, or a folder of these.")
    private Path run = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    /** What may explain a difference, other than a run that is not deterministic. */
    private final List<String> suspicions = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        try (Interruption interruption = Interruption.watch()) {
            List<Path> cases = cases();
            if (!cases.isEmpty()) {
                CorpusReplay replay = new CorpusReplay(spec.commandLine().getOut(), output.marks(), output.quiet());
                return replay.run(cases, Watcher.PATIENT.andWhile(interruption.wanted()), interruption);
            }
            Replay replay = Files.isRegularFile(trace()) ? replayTrace(interruption) : replayResult(interruption);
            if (replay == null) {
                return ExitCode.USAGE;
            }
            return interruption.isRequested() ? ExitCode.INTERRUPTED : tell(replay);
        } catch (NoTraceException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }

    /** The saved cases that are named; none if it is a run. */
    private List<Path> cases() throws IOException {
        if (Files.isRegularFile(run)) {
            return run.toString().endsWith(".yaml") ? List.of(run) : List.of();
        }
        boolean holdsARun = Files.exists(run.resolve(RunFolder.RESULT)) || Files.exists(run.resolve(RunFolder.TRACE));
        return holdsARun ? List.of() : new Corpus(run).files();
    }

    private Path trace() {
        return Files.isDirectory(run) ? run.resolve(RunFolder.TRACE) : run;
    }

    private @Nullable Replay replayTrace(Interruption interruption) throws IOException, NoTraceException {
        TraceFile file = TraceFile.read(trace());
        Subject subject = ScenarioArgument.parse(spec.commandLine(), file.path() + " (scenario)", file.source());
        if (subject == null) {
            return null;
        }
        TraceFile.End end = file.end();
        if (end != null && !end.intact()) {
            suspicions.add("the trace was changed after it was written: its hash is not that of its lines");
        }
        suspect(file.orrery(), file.sha256(), subject);
        Progress progress = progress(subject);
        Replay replay = Replay.of(file, subject, watcher(progress, interruption));
        progress.end();
        return replay;
    }

    private @Nullable Replay replayResult(Interruption interruption) throws IOException, NoTraceException {
        Path result = run.resolve(RunFolder.RESULT);
        Path scenario = run.resolve(RunFolder.SCENARIO);
        if (!Files.isRegularFile(result) || !Files.isRegularFile(scenario)) {
            throw new ParameterException(
                    spec.commandLine(),
                    Files.exists(run)
                            ? run + " holds no whole run: neither a trace, nor a result with its scenario"
                            : "there is no " + run);
        }
        ResultFile file = ResultFile.read(result);
        Subject subject = ScenarioArgument.parse(spec.commandLine(), scenario.toString(), Files.readString(scenario));
        if (subject == null) {
            return null;
        }
        suspect(file.orrery(), file.sha256(), subject);
        Progress progress = progress(subject);
        Replay replay = Replay.of(file, subject, watcher(progress, interruption));
        progress.end();
        return replay;
    }

    private void suspect(String writtenBy, String sha256, Subject subject) {
        String version = Version.current().stamp();
        if (!writtenBy.equals(version)) {
            suspicions.add("it was written by orrery " + writtenBy + ", and this is " + version);
        }
        if (!sha256.equals(subject.sha256())) {
            suspicions.add("the scenario was changed after the run: its hash is not the one that was noted");
        }
    }

    private Progress progress(Subject subject) {
        return new Progress(
                spec.commandLine().getErr(),
                !output.quiet() && Terminal.isError(),
                subject.scenario().duration());
    }

    private static Watcher watcher(Progress progress, Interruption interruption) {
        return progress.andWhile(interruption.wanted());
    }

    private int tell(Replay replay) {
        PrintWriter out = spec.commandLine().getOut();
        Marks marks = output.marks();
        int exitCode;
        if (replay instanceof Replay.Same same) {
            out.println(marks.good("IDENTICAL") + "  "
                    + Figures.count(same.result().extent().events()) + " events until "
                    + Durations.brief(same.result().extent().virtualNanos()) + ", digest "
                    + ResultJson.hexadecimal(same.result().extent().digest()) + ": deterministic, as it should be");
            exitCode = ExitCode.OK;
        } else if (replay instanceof Replay.SameWay way) {
            out.println(marks.good("IDENTICAL") + "  the way of " + Figures.count(way.steps(), "step")
                    + " ends where it did: deterministic, as it should be");
            exitCode = ExitCode.OK;
        } else if (replay instanceof Replay.CutOff cutOff) {
            out.println(marks.doubtful("CUT OFF") + "  the trace ends without its last line; its "
                    + Figures.count(cutOff.events()) + " events are the same");
            exitCode = ExitCode.INCONCLUSIVE;
        } else if (replay instanceof Replay.Different different) {
            out.println(marks.bad("DIFFERENT") + "  from event " + different.event() + " on");
            SideBySide.of("recorded", different.recorded(), "replayed", different.replayed())
                    .forEach(out::println);
            exitCode = ExitCode.NOT_DETERMINISTIC;
        } else {
            throw new IllegalStateException("unknown outcome " + replay);
        }
        suspicions.forEach(suspicion -> out.println("  note  " + suspicion));
        out.flush();
        return exitCode;
    }
}
