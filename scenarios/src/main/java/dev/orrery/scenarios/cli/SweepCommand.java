package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.corpus.Corpus;
import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.folder.NotDeterministicException;
import dev.orrery.scenarios.folder.RunFolder.NewFile;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.run.FinishedRun;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.scenarios.shrink.Shrinking;
import dev.orrery.scenarios.sweep.Ending;
import dev.orrery.scenarios.sweep.Group;
import dev.orrery.scenarios.sweep.JUnitReport;
import dev.orrery.scenarios.sweep.Part;
import dev.orrery.scenarios.sweep.SeedRange;
import dev.orrery.scenarios.sweep.Summary;
import dev.orrery.scenarios.sweep.SummaryJson.Pace;
import dev.orrery.scenarios.sweep.Sweep;
import dev.orrery.scenarios.sweep.SweepFolder;
import dev.orrery.scenarios.sweep.SweepPlan;
import dev.orrery.scenarios.version.Version;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code orrery sweep SCENARIO}: very many runs, each with another seed, and what they found. */
@Command(
        name = "sweep",
        description = {
            "Runs a scenario with very many seeds, one run on each thread, and sums up what they found: failures by"
                    + " signature, the smallest seed and the shortest run of each, whether the goals were reached, and"
                    + " what is probably left to find.",
            "",
            "The same seeds give the same summary, however many threads there are and however often the sweep was"
                    + " interrupted and resumed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        synopsisSubcommandLabel = "[merge PART...]",
        subcommands = SweepMergeCommand.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all runs passed and all goals were seen; or the bug that the scenario expects showed, and no other",
            " 1:a run failed, a goal was never seen, or an expected bug did not show",
            " 2:the command line or the scenario is wrong, or a file cannot be written",
            " 3:inconclusive: no run failed, and some came to no verdict",
            " 4:not deterministic: a failure was not there when its seed was run again",
            "70:orrery itself is broken",
            "130:interrupted; the summary tells of the first so many seeds"
        },
        footer = {
            "%nExamples:%n",
            "  orrery sweep raft-nemesis --seeds 10000",
            "  orrery sweep my-scenario.yaml --seeds 0x0..0xFFFF --fail-fast",
            "  orrery sweep raft-nemesis --seeds 1000000 --time-limit 10m",
            "  orrery sweep raft-nemesis --seeds 1000000 --resume",
            "  orrery sweep raft-nemesis --seeds 10000 --json | jq .signatures",
            "  orrery sweep raft-nemesis --seeds 10000 --save-failures failures",
            "  orrery sweep raft-nemesis --seeds 10000 --scheduler pct --depth 4",
            "  orrery sweep raft-nemesis --seeds 10000 --shard 2/4",
            "  spark-submit --class dev.orrery.scenarios.cli.Orrery orrery.jar \\",
            "      sweep raft-nemesis --seeds 10000000 --engine spark",
            "  orrery sweep merge runs/raft-nemesis/sweep/0x0..0x270F/part-*.json"
        })
final class SweepCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "SCENARIO",
            arity = "0..1",
            description = "The name of a bundled scenario, a file, or - for standard input.")
    private @Nullable String scenario;

    @Option(
            names = "--seeds",
            paramLabel = "SEEDS",
            defaultValue = "1000",
            converter = SeedRangeConverter.class,
            description = "How many, as 10000 for the seeds 0 to 9999; or the first and the last, as 0x0..0xFFFF."
                    + " By default ${DEFAULT-VALUE}.")
    private SeedRange seeds = SeedRange.parse("1000");

    @Option(names = "--jobs", paramLabel = "N", description = "On how many threads. By default one for each core.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--fail-fast", description = "Stop at the first failure: at the smallest seed that fails.")
    private boolean failFast;

    @Option(names = "--keep-going", description = "Run all seeds, whatever fails. That is the default.")
    private boolean keepGoing;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "Stop after so long, as 10m; the summary then tells of the seeds that were run.")
    private long timeLimit = Long.MAX_VALUE;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Write the summary as the result of tests too, in the XML that build servers read.")
    private @Nullable Path junit;

    @Option(names = "--json", description = "Print the summary as JSON, and nothing else.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where summary and failed runs go. By default ${DEFAULT-VALUE}.")
    private Path out = Path.of("runs");

    @Option(
            names = "--save-failures",
            paramLabel = "DIR",
            description = "Shrink one failure of each kind, and save it where `orrery replay DIR` finds it.")
    private @Nullable Path corpus;

    @Option(names = "--resume", description = "Go on where the same sweep was left, as it stands in the folder.")
    private boolean resume;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            converter = Shard.Converter.class,
            description = "Run only one of N parts, to be merged later.")
    private Shard shard = Shard.WHOLE;

    @Mixin
    private SchedulerOptions scheduler = new SchedulerOptions();

    @Mixin
    private SweepEngineOptions engine = new SweepEngineOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws FolderException {
        checkOptions();
        ScenarioArgument named = ScenarioArgument.read(spec.commandLine(), scenario());
        if (named == null) {
            return ExitCode.USAGE;
        }
        // The first of all seeds says how long a run is, whichever part of them this is.
        ScenarioArgument argument = scheduler.apply(
                named, subject -> firstRun(subject).result().extent().events());
        SweepPlan plan = plan(argument);
        SweepFolder folder = SweepFolder.of(out, plan);
        Part begun = begun(folder, plan);
        SweepScreen screen = new SweepScreen(spec.commandLine(), output, json);
        screen.begin(argument.subject().scenario(), plan);
        if (argument.subject().scenario().schedule() instanceof Schedule.Pct pct) {
            long chains = firstRun(argument.subject()).result().extent().chains();
            screen.bound(PctBound.sentence(pct, chains));
        }
        try (Interruption interruption = Interruption.watch()) {
            return run(argument, folder, begun, screen, interruption);
        }
    }

    private int run(
            ScenarioArgument argument, SweepFolder folder, Part begun, SweepScreen screen, Interruption interruption)
            throws FolderException {
        long began = System.nanoTime();
        long before = begun.done();
        Part part = engine.isLocal()
                ? sweep(argument.subject(), folder, begun, screen, interruption)
                : engine.run(spec.commandLine(), argument.subject(), begun.plan());
        Summary summary = new Summary(part);
        folder.keep(summary);
        Pace pace = new Pace(part.done() - before, System.nanoTime() - began, jobs);
        writeJUnit(summary, argument.subject(), pace);
        screen.end(summary, pace);
        screen.end(summary, argument, out, folder.summary());
        if (summary.ending() != Ending.INTERRUPTED) {
            try {
                screen.folders(new FailureFolders(argument, out, Watcher.PATIENT.andWhile(interruption.wanted()))
                        .write(summary));
            } catch (NotDeterministicException different) {
                screen.notDeterministic(different);
                return ExitCode.NOT_DETERMINISTIC;
            }
            saveFailures(argument.subject(), summary, screen, interruption);
        }
        return SweepText.exitCode(summary);
    }

    private void saveFailures(Subject subject, Summary summary, SweepScreen screen, Interruption interruption)
            throws FolderException {
        if (corpus != null) {
            Corpus cases = new Corpus(corpus);
            Shrinking.Budget budget = runs -> runs < Shrinking.USUAL_BUDGET && !interruption.isRequested();
            try {
                for (Group failure : summary.failures()) {
                    if (!interruption.isRequested() && !cases.has(failure.signature())) {
                        cases.save(subject, new Seed(failure.shortest()), budget)
                                .ifPresent(screen::saved);
                    }
                }
            } catch (IOException failed) {
                throw FolderException.of("save a failure in", corpus, failed);
            }
        }
    }

    private Part sweep(Subject subject, SweepFolder folder, Part begun, SweepScreen screen, Interruption interruption)
            throws FolderException {
        SweepProgress progress = screen.progress(begun.plan(), begun.done());
        try {
            return Sweep.goOn(subject, begun, new Sweep.Limits(jobs, failFast, timeLimit), new Sweep.Overseer() {
                @Override
                public boolean at(long done, long failed) {
                    progress.at(done, failed);
                    return !interruption.isRequested();
                }

                @Override
                public void keep(String part) throws FolderException {
                    NewFile.write(folder.part(), part);
                }
            });
        } finally {
            progress.end();
        }
    }

    private void checkOptions() {
        if (failFast && keepGoing) {
            throw new ParameterException(spec.commandLine(), "--fail-fast and --keep-going are opposites");
        }
        if (jobs < 1) {
            throw new ParameterException(spec.commandLine(), "--jobs: at least 1 thread, not " + jobs);
        }
        if (!engine.isLocal() && (failFast || resume || shard.of() > 1 || timeLimit < Long.MAX_VALUE)) {
            throw new ParameterException(
                    spec.commandLine(), "--fail-fast, --resume, --shard and --time-limit are for --engine local only");
        }
        engine.check(spec.commandLine());
        if (shard.of() > seeds.count()) {
            throw new ParameterException(
                    spec.commandLine(), "--shard: " + seeds.count() + " seeds make no " + shard.of() + " parts");
        }
    }

    private FinishedRun firstRun(Subject subject) {
        return Runs.run(subject, new Seed(seeds.first()), RunOptions.LEAN);
    }

    private String scenario() {
        if (scenario == null) {
            throw new ParameterException(spec.commandLine(), "which SCENARIO?");
        }
        return scenario;
    }

    private SweepPlan plan(ScenarioArgument argument) {
        Subject subject = argument.subject();
        return new SweepPlan(
                argument.folder(),
                subject.sha256(),
                Version.current().stamp(),
                subject.scenario().expectedFailure().orElse(Judgement.PASS),
                subject.scenario().goals(),
                seeds,
                shard.part(),
                shard.of());
    }

    private Part begun(SweepFolder folder, SweepPlan plan) throws FolderException {
        if (!resume) {
            return Part.begin(plan);
        }
        try {
            return folder.read(plan);
        } catch (IllegalArgumentException other) {
            throw new ParameterException(
                    spec.commandLine(), "cannot go on with " + folder.part() + ": " + other.getMessage(), other);
        }
    }

    private void writeJUnit(Summary summary, Subject subject, Pace pace) throws FolderException {
        if (junit != null) {
            List<String> checks =
                    subject.scenario().checks().stream().map(Check::name).toList();
            StringWriter text = new StringWriter();
            try {
                JUnitReport.write(summary, checks, pace.nanos() / 1e9, text);
            } catch (IOException impossible) {
                throw new IllegalStateException("memory cannot be written to", impossible);
            }
            NewFile.write(junit, text.toString());
        }
    }
}
