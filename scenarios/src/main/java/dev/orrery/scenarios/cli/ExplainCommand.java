package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.StandingCheck;
import dev.orrery.scenarios.explain.Explaining;
import dev.orrery.scenarios.explain.Explanation;
import dev.orrery.scenarios.explore.WayTrace;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.keys.Catalog;
import dev.orrery.scenarios.language.keys.ScenarioReference;
import dev.orrery.scenarios.replay.NoTraceException;
import dev.orrery.scenarios.replay.RecordedWay;
import dev.orrery.scenarios.replay.TraceFile;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.scenarios.run.Watcher;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.random.Seed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** {@code orrery explain RUN|WORD}: why a run failed, or what an error's code, a check, a fault or a key stands for. */
@Command(
        name = "explain",
        description = {
            "Says why a run failed: what can have had an influence, which faults it takes, and from which event on it"
                    + " was inevitable. For that the run is run again, without faults and drawn anew from many moments"
                    + " on.",
            "Or what the code of an error, a check, a fault or a key of a scenario stands for, and what to do."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:explained",
            " 2:there is nothing of that name, or the run cannot be read",
            " 3:the run does not fail, so there is nothing to explain"
        },
        footer = {
            "%nExamples:%n",
            "  orrery explain runs/latest",
            "  orrery explain runs/latest/shrunk.yaml --tries 100 --json",
            "  orrery explain S014",
            "  orrery explain election-safety",
            "  orrery explain partition",
            "  orrery explain workload.rate"
        })
final class ExplainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "RUN|WORD",
            description =
                    "A run's folder or a scenario's file; or the code as an error shows it, for example S005, or the "
                            + "name of a check, a fault or a key.")
    private String word = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = SeedConverter.class,
            description = "Which run of a scenario. By default that of the folder, else the scenario's.")
    private @Nullable Seed seed;

    @Option(
            names = "--points",
            paramLabel = "K",
            defaultValue = "20",
            description = "At how many moments the likelihood of the failure is measured. By default ${DEFAULT-VALUE}.")
    private int points = 20;

    @Option(
            names = "--tries",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs are drawn anew for each of them. By default ${DEFAULT-VALUE}.")
    private int tries = 20;

    @Option(names = "--json", description = "Print why the run failed as JSON, and nothing else.")
    private boolean json;

    @Mixin
    private SchedulerOptions scheduler = new SchedulerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        if (Files.exists(Path.of(word))) {
            TraceFile file = way();
            RecordedWay recorded = file == null ? null : file.way();
            return file == null || recorded == null ? explainRun() : explainWay(file, recorded);
        }
        List<String> explanations = explanations();
        if (explanations.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), UnknownWord.message("nothing to explain has the name", word, known()));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(String.join("\n", explanations));
        out.flush();
        return ExitCode.OK;
    }

    private int explainRun() {
        if (points < 2 || tries < 1) {
            throw new ParameterException(spec.commandLine(), "a curve takes --points 2 or more and --tries 1 or more");
        }
        RunArgument named = RunArgument.read(spec.commandLine(), word, seed);
        if (named == null) {
            return ExitCode.USAGE;
        }
        RunArgument argument = named.in(scheduler);
        try (Interruption interruption = Interruption.watch()) {
            Explaining explaining = new Explaining(points, tries, Watcher.PATIENT.andWhile(interruption.wanted()));
            Optional<Explanation> explanation = explaining.explain(argument.subject(), argument.seed());
            if (interruption.isRequested()) {
                return ExitCode.INTERRUPTED;
            }
            if (explanation.isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                err.println(
                        "nothing to explain: " + argument.subject().scenario().name() + " with the seed "
                                + argument.seed().brief() + " does not fail");
                err.flush();
                return ExitCode.INCONCLUSIVE;
            }
            tell(explanation.get());
            return ExitCode.OK;
        }
    }

    private void tell(Explanation explanation) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ExplanationJson.text(explanation));
        } else {
            new ExplanationPage(explanation, output.marks(), spec.commandLine().getUsageHelpWidth())
                    .lines()
                    .forEach(out::println);
        }
        out.flush();
    }

    /** The way whose trace a folder holds; null if it holds that of a run, or none. */
    private @Nullable TraceFile way() {
        Path trace = Path.of(word).resolve(RunFolder.TRACE);
        if (!Files.isRegularFile(trace)) {
            return null;
        }
        try {
            TraceFile file = TraceFile.read(trace);
            return file.way() == null ? null : file;
        } catch (IOException failed) {
            throw new ParameterException(
                    spec.commandLine(), "cannot read " + trace + ": " + failed.getMessage(), failed);
        } catch (NoTraceException none) {
            throw new ParameterException(spec.commandLine(), String.valueOf(none.getMessage()), none);
        }
    }

    private int explainWay(TraceFile file, RecordedWay recorded) {
        Subject subject = ScenarioArgument.parse(spec.commandLine(), file.path() + " (scenario)", file.source());
        if (subject == null) {
            return ExitCode.USAGE;
        }
        try {
            WayTrace way = new WayTrace(subject, file.seed(), recorded.extent(), recorded.steps());
            Counterexample violated = way.violation();
            if (violated == null) {
                spec.commandLine().getErr().println("nothing to explain: the way violates nothing any more");
                spec.commandLine().getErr().flush();
                return ExitCode.INCONCLUSIVE;
            }
            tell(Explanation.of(way, way.result(violated, 0)));
            return ExitCode.OK;
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(
                    spec.commandLine(), "the way cannot be gone any more: " + impossible.getMessage(), impossible);
        }
    }

    private List<String> explanations() {
        Optional<ProblemCode> code = ProblemCode.of(word);
        if (code.isPresent()) {
            return List.of(code.get().id() + ": " + code.get().title() + "\n\n"
                    + code.get().explanation() + "\n");
        }
        List<String> explanations = new ArrayList<>();
        int width = spec.commandLine().getUsageHelpWidth();
        for (StandingCheck check : StandingCheck.values()) {
            if (check.text().equals(word)) {
                explanations.add(Wrapping.text(check.text() + ": " + check.description() + "\n", width));
            }
        }
        for (Catalog.Origin origin : Catalog.onClassPath().checks()) {
            if (origin.check().name().equals(word)) {
                explanations.add(Wrapping.text(check(origin), width));
            }
        }
        ScenarioReference.explain(word).forEach(text -> explanations.add(Wrapping.text(text, width)));
        return explanations;
    }

    private static String check(Catalog.Origin origin) {
        String owner = origin.owner().isEmpty()
                ? "Judged when a scenario asks for it."
                : "A check of " + origin.owner() + ", judged in every run unless the scenario chooses others.";
        return origin.check().name() + ": " + origin.check().description() + "\n\n" + owner + "\n";
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(ProblemCode.ids());
        Catalog.onClassPath()
                .checks()
                .forEach(origin -> known.add(origin.check().name()));
        for (StandingCheck check : StandingCheck.values()) {
            known.add(check.text());
        }
        known.addAll(ScenarioReference.paths());
        return known;
    }
}
