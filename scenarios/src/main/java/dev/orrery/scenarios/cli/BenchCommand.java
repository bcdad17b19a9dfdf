package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.bench.Bench;
import dev.orrery.scenarios.bench.Measurement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code orrery bench}: how fast the simulator is on this machine, as ratios. */
@Command(
        name = "bench",
        description = {
            "Measures how fast the simulator is, and its checks.",
            "",
            "Each line compares one thing with a bare loop that does the same without the simulator, or a check with"
                    + " one pass over the history, in the same process and in turns. The ratio says how many times as long"
                    + " it takes; unlike the other figures it hardly depends on the machine. Seconds are of processor"
                    + " time."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:measured", " 1:a check decided wrongly"},
        footer = {"", "Examples:", "  orrery bench", "  orrery bench check --json"})
final class BenchCommand implements Callable<Integer> {
    private static final double MILLION = 1e6;
    private static final String A_SECOND = "/s";
    private static final String ROW = "%-38s %10s %10s %-10s %8s%n";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "GROUP",
            arity = "0..*",
            description = "What to measure: ${COMPLETION-CANDIDATES}. All by default.")
    private List<Bench> groups = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON document: [{name, value, unit, baseline, ratio}].")
    private boolean json;

    @Override
    public Integer call() {
        List<Measurement> all = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf(Locale.ROOT, ROW, "", "measured", "baseline", "", "ratio");
        }
        for (Bench group : groups.isEmpty() ? List.of(Bench.values()) : groups) {
            group.run(
                    measured -> {
                        all.add(measured);
                        if (!json) {
                            print(measured, out);
                        }
                    },
                    (contest, why) -> wrong.add(contest + ": " + why));
        }
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        wrong.forEach(why -> err.println("error: " + why));
        err.flush();
        return wrong.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    private static void print(Measurement measured, PrintWriter out) {
        boolean rate = measured.unit().endsWith(A_SECOND);
        out.printf(
                Locale.ROOT,
                ROW,
                measured.name(),
                figure(rate ? measured.value() / MILLION : measured.value()),
                figure(rate ? measured.baseline() / MILLION : measured.baseline()),
                rate ? "M " + measured.unit() : measured.unit(),
                String.format(Locale.ROOT, "%.2f", measured.ratio()));
        out.flush();
    }

    /** With as many decimals as a small figure needs. */
    private static String figure(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.4f" : "%.2f", value);
    }
}
