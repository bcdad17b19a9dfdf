package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.bench.Bench;
import dev.orrery.scenarios.bench.Measurement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
            "Measures how fast the simulator is.",
            "",
            "Each line compares one thing with a bare loop that does the same without the simulator, in the same process"
                    + " and in turns. The ratio says how many times as long the simulator takes for one event; unlike the"
                    + " rates it hardly depends on the machine. Rates are per second of processor time."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Orrery.VersionProvider.class,
        footer = {"", "Examples:", "  orrery bench", "  orrery bench engine --json"})
final class BenchCommand implements Runnable {
    private static final double MILLION = 1e6;

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
    public void run() {
        List<Measurement> all = new ArrayList<>();
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            out.printf(Locale.ROOT, "%-36s %12s %12s %7s%n", "", "M events/s", "bare loop", "ratio");
        }
        for (Bench group : groups.isEmpty() ? List.of(Bench.values()) : groups) {
            group.run(measured -> {
                all.add(measured);
                if (!json) {
                    out.printf(
                            Locale.ROOT,
                            "%-36s %12.2f %12.2f %7.2f%n",
                            measured.name(),
                            measured.value() / MILLION,
                            measured.baseline() / MILLION,
                            measured.ratio());
                    out.flush();
                }
            });
        }
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
        }
        out.flush();
    }
}
