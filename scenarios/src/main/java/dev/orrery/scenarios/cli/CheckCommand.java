package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.history.HistoryFile;
import dev.orrery.scenarios.history.HistoryFormat;
import dev.orrery.scenarios.history.Judge;
import dev.orrery.scenarios.history.ModelGuess;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.history.History;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code orrery check HISTORY}: whether a history, whoever recorded it, keeps what its object promises. */
@Command(
        name = "check",
        description = {
            "Judges a history: one of a run, or one that Jepsen, Maelstrom, Elle, Porcupine or another tool recorded.",
            "",
            "What it is written in is seen from the text, what it is about from its operations, and each key is judged"
                    + " alone. Operations that nobody knows the outcome of may have taken effect at any time after their"
                    + " invocation, or never. Without times the order of the events is the order of time."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the history keeps its promise",
            " 1:it does not",
            " 2:there is no such history, it cannot be read, or no model knows its operations",
            " 3:nobody knows: nothing was answered, or the budget was spent"
        })
final class CheckCommand implements Callable<Integer> {

    /** Some seconds of search. */
    private static final long STEPS = 100_000_000;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HistoryArgument argument = new HistoryArgument();

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            description = "What the history is about, instead of a guess; see below.")
    private @Nullable String model;

    @Option(
            names = {"-l", "--level"},
            paramLabel = "LEVEL",
            description = "What it promises, by default the most that is known for the model; see below.")
    private @Nullable String level;

    @Option(
            names = {"-i", "--initial"},
            paramLabel = "VALUE",
            description = {
                "What each key holds before the first operation, where that is not nothing: a whole number, or else a"
                        + " text. Of registers, counters and texts; judged by linearizable."
            })
    private @Nullable String initial;

    @Option(
            names = "--budget",
            paramLabel = "STEPS",
            defaultValue = "" + STEPS,
            description = "How many steps a search may take before it gives up. By default ${DEFAULT-VALUE}.")
    private long budget = STEPS;

    @Option(
            names = "--json",
            description = "Print one JSON document, and nothing else; scenarios/README.md has its keys.")
    private boolean json;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws FolderException, UnreadableFileException {
        if (budget < 1) {
            throw new ParameterException(spec.commandLine(), "a budget is at least 1 step, not " + budget);
        }
        HistoryFile file = argument.read();
        Judge judge = begun(judge(file));
        String asked = level(judge, file.format());
        long begun = System.nanoTime();
        CheckResult result = judged(judge, asked, file.history());
        long took = System.nanoTime() - begun;
        Judged judged = new Judged(argument.name(), file, judge.model(), model == null, result, took);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(judged.json());
        } else if (output.quiet()) {
            out.println(judged.verdict(output.marks()));
        } else {
            judged.lines(output.marks()).forEach(out::println);
        }
        out.flush();
        return switch (Verdict.of(result.outcome())) {
            case PASS -> ExitCode.OK;
            case FAIL -> ExitCode.FAILED;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
        };
    }

    private Judge judge(HistoryFile file) {
        List<String> names = Judge.all().stream().map(Judge::model).toList();
        Optional<String> named =
                model == null ? ModelGuess.of(file.history(), names).map(ModelGuess::model) : Optional.of(model);
        if (named.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no model is known for the operations "
                            + String.join(", ", ModelGuess.operations(file.history()))
                            + "; name one with --model: " + String.join(", ", names));
        }
        return Judge.named(named.get())
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), UnknownWord.message("unknown model", named.get(), names)));
    }

    private Judge begun(Judge judge) {
        if (initial == null) {
            return judge;
        }
        Object value = WHOLE.matcher(initial).matches() ? (Object) Long.valueOf(initial) : initial;
        try {
            return judge.beginningWith(value)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "--initial is for " + String.join(", ", Judge.beginningWithValues()) + ", not for "
                                    + judge.model()));
        } catch (IllegalArgumentException impossible) {
            throw new ParameterException(
                    spec.commandLine(), "no " + judge.model() + " begins with " + initial, impossible);
        }
    }

    private String level(Judge judge, HistoryFormat format) {
        Optional<String> strongest = judge.levels().stream()
                .filter(known -> format.hasRealTime() || !Judge.needsRealTime(known))
                .findFirst();
        Optional<String> asked = level == null ? strongest : judge.level(level);
        if (asked.isPresent() && (format.hasRealTime() || !Judge.needsRealTime(asked.get()))) {
            return asked.get();
        }
        if (level == null || asked.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    format.text()
                            + " does not say what was over before something else began, so it cannot be judged by "
                            + asked.orElse(judge.levels().get(0)));
        }
        throw new ParameterException(
                spec.commandLine(),
                UnknownWord.message("model " + judge.model() + " has no level", level, judge.levels()));
    }

    private CheckResult judged(Judge judge, String asked, History history) {
        try {
            return judge.maker().check(asked, budget).check(history);
        } catch (IllegalArgumentException unknown) {
            throw new ParameterException(
                    spec.commandLine(),
                    "this is no history of a " + judge.model() + ": " + unknown.getMessage(),
                    unknown);
        }
    }
}
