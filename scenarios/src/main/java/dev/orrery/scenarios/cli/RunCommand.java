package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.NotDeterministicException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.folder.SavedRun;
import dev.orrery.scenarios.folder.TracedRun;
import dev.orrery.scenarios.library.Library;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.scenarios.study.StudyProvider;
import dev.orrery.sim.random.Seed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery run SCENARIO}: one run, its verdict, and its folder. */
@Command(
        name = "run",
        description = "Runs a scenario once, judges it, and keeps what happened in a folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all checks pass, or failed as the scenario expects",
            " 1:a check was violated, a threshold missed, or the system under test threw",
            " 2:the command line or the scenario is wrong, or a file cannot be written",
            " 3:inconclusive: there was nothing to judge, or a check gave up",
            " 4:not deterministic: the same run went another way",
            "70:orrery itself is broken",
            "130:interrupted"
        },
        footer = {
            "%nExamples:%n",
            "  orrery run raft-leader-isolated",
            "  orrery run my-scenario.yaml --seed 0x5EED --trace",
            "  orrery run raft-leader-isolated --json | jq .verdict",
            "  orrery run raft-leader-isolated --system raft-kv,multi-paxos-kv",
            "  orrery run raft-election-time --seed 42"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SCENARIO",
            description = "The name of a bundled scenario or a study, a file, or - for standard input.")
    private String scenario = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            description =
                    "The root of the run's randomness: decimal or 0x…, 64 bits. By default the scenario's, else drawn.")
    private @Nullable Seed seed;

    @Option(
            names = ScenarioArgument.SYSTEM,
            paramLabel = "NAME",
            split = ",",
            description = "Run it on another system, and leave all else as the scenario has it. Several, with commas"
                    + " between: run it on each with the same seed, and show them side by side.")
    private List<String> systems = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the run's folder goes: DIR/<scenario>/<seed>. By default ${DEFAULT-VALUE}.")
    private Path out = Path.of("runs");

    @Option(names = "--trace", description = "Keep every event in trace.jsonl; a run that fails keeps them anyway.")
    private boolean trace;

    @Option(names = "--json", description = "Print the result as JSON, and nothing else.")
    private boolean json;

    @Option(names = "--keep-going", description = "Go on after the first violation.")
    private boolean keepGoing;

    @Option(
            names = "--paranoid",
            description =
                    "Watch for messages that are changed after they were sent, run twice, and compare each event.")
    private boolean paranoid;

    @Option(
            names = "--blind",
            description =
                    "Judge by what clients saw alone; do not even try where the system says operations took effect.")
    private boolean blind;

    @Option(names = "--open", description = "Show the report in the desktop's browser.")
    private boolean open;

    @Mixin
    private SchedulerOptions scheduler = new SchedulerOptions();

    @Mixin
    private ExhaustiveOptions exhaustive = new ExhaustiveOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws FolderException {
        StudyProvider study = study();
        if (study != null) {
            Seed root = Optional.ofNullable(seed).orElseGet(() -> new Seed(new SecureRandom().nextLong()));
            StudyRun.run(
                    study,
                    root,
                    RunFolder.begin(out, study.name(), root),
                    json,
                    spec.commandLine().getOut());
            return ExitCode.OK;
        }
        ScenarioArgument argument = ScenarioArgument.read(spec.commandLine(), scenario);
        if (argument != null && systems.size() == 1) {
            argument = OtherSystem.of(spec.commandLine(), argument, systems.get(0));
        }
        if (argument == null) {
            return ExitCode.USAGE;
        }
        if (systems.size() > 1) {
            return compare(argument);
        }
        Seed root = seedFor(argument.subject().scenario());
        RunFolder folder = RunFolder.begin(out, argument.folder(), root);
        Screen screen = new Screen(spec.commandLine(), output, json);
        screen.begin(argument.subject().scenario(), root);
        if (scheduler.isExhaustive()) {
            return explore(argument, root, folder);
        }
        exhaustive.requireUnused(scheduler.name());
        try (Interruption interruption = Interruption.watch()) {
            ScenarioArgument ordered = scheduler.apply(argument, subject -> countEvents(subject, root, interruption));
            return run(ordered, root, folder, screen, interruption);
        }
    }

    /** The study of this name, if it is neither a file's nor a bundled scenario's. */
    private @Nullable StudyProvider study() {
        return ScenarioSource.isFile(scenario) || Library.has(scenario)
                ? null
                : StudyProvider.find(scenario).orElse(null);
    }

    /** Runs it on each system; the first exit code that is not 0 counts. */
    private int compare(ScenarioArgument argument) throws FolderException {
        Seed root = seedFor(argument.subject().scenario());
        List<ScenarioArgument> each = new ArrayList<>();
        for (String system : systems) {
            ScenarioArgument on = OtherSystem.of(spec.commandLine(), argument, system);
            if (on == null) {
                return ExitCode.USAGE;
            }
            each.add(on);
        }
        List<SystemFigures> figures = new ArrayList<>();
        Screen screen = new Screen(spec.commandLine(), output, json);
        int code = ExitCode.OK;
        try (Interruption interruption = Interruption.watch()) {
            for (ScenarioArgument on : each) {
                ScenarioArgument ordered = scheduler.apply(on, subject -> countEvents(subject, root, interruption));
                RunFolder folder = RunFolder.begin(out, ordered.folder(), root);
                Reproduction reproduction = ordered.reproduction(folder.path(), root, List.of());
                screen.begin(ordered.subject().scenario(), root);
                FinishedRun run = run(ordered.subject(), root, folder, reproduction, screen, interruption);
                if (!json) {
                    screen.end(run.result(), folder, reproduction);
                }
                figures.add(SystemFigures.of(run));
                code = code == ExitCode.OK ? exitCode(run.result()) : code;
            }
        } catch (NotDeterministicException different) {
            screen.notDeterministic(different, argument.reproduction(out, root, List.of()));
            return ExitCode.NOT_DETERMINISTIC;
        }
        PrintWriter writer = spec.commandLine().getOut();
        if (json) {
            SystemComparison.write(argument.subject().scenario().name(), root, figures, writer);
        } else {
            SystemComparison.table(figures).forEach(writer::println);
        }
        writer.flush();
        return code;
    }

    private int run(ScenarioArgument argument, Seed root, RunFolder folder, Screen screen, Interruption interruption)
            throws FolderException {
        Reproduction reproduction =
                argument.reproduction(folder.path(), root, keepGoing ? List.of("--keep-going") : List.of());
        try {
            FinishedRun run = run(argument.subject(), root, folder, reproduction, screen, interruption);
            screen.end(run.result(), folder, reproduction);
            screen.broken(run.broken());
            if (open) {
                screen.open(folder);
            }
            return exitCode(run.result());
        } catch (NotDeterministicException different) {
            screen.notDeterministic(different, reproduction);
            return ExitCode.NOT_DETERMINISTIC;
        }
    }

    private int explore(ScenarioArgument argument, Seed root, RunFolder folder) throws FolderException {
        List<String> words = new ArrayList<>(List.of("--scheduler", "exhaustive"));
        Integer depth = scheduler.depthOfSearch();
        if (depth != null) {
            words.addAll(List.of("--depth", depth.toString()));
        }
        words.addAll(exhaustive.words());
        return new ExhaustiveRun(
                        spec.commandLine(),
                        argument.subject(),
                        root,
                        exhaustive.bounds(depth),
                        exhaustive,
                        output,
                        folder)
                .run(json, argument.reproduction(folder.path(), root, words));
    }

    private static long countEvents(Subject subject, Seed root, Interruption interruption) {
        RunOptions patient = RunOptions.LEAN.watcher(Watcher.PATIENT.andWhile(interruption.wanted()));
        return Runs.run(subject, root, patient).result().extent().events();
    }

    private FinishedRun run(
            Subject subject,
            Seed root,
            RunFolder folder,
            Reproduction reproduction,
            Screen screen,
            Interruption interruption)
            throws FolderException, NotDeterministicException {
        Progress progress = screen.progress(subject.scenario().duration());
        RunOptions options = RunOptions.DEFAULT
                .keepGoing(keepGoing)
                .paranoid(paranoid)
                .blind(blind)
                .watcher(progress.andWhile(interruption.wanted()));
        TracedRun traced = new TracedRun(subject, root, options, folder);
        FinishedRun run;
        try {
            run = paranoid ? traced.twice() : trace ? traced.always() : traced.ifItFails();
        } finally {
            progress.end();
        }
        SavedRun.save(folder, subject, run, reproduction.anywhere());
        ReportPage.write(folder, run);
        return run;
    }

    private Seed seedFor(Scenario what) {
        return Optional.ofNullable(seed).or(what::seed).orElseGet(() -> new Seed(new SecureRandom().nextLong()));
    }

    /** What a result means to scripts. */
    static int exitCode(RunResult result) {
        if (result.judgement().interrupted()) {
            return ExitCode.INTERRUPTED;
        }
        if (result.judgement().expected()) {
            return ExitCode.OK;
        }
        return result.judgement().verdict() == Verdict.INCONCLUSIVE ? ExitCode.INCONCLUSIVE : ExitCode.FAILED;
    }
}
