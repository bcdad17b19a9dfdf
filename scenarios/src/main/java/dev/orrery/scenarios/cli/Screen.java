package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.folder.NotDeterministicException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.replay.Replay;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.sim.SimulationException;
import dev.orrery.sim.random.Seed;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What one run prints: the result to standard output, everything else to standard error. */
final class Screen {
    private static final String INDENT = "  ";

    private final PrintWriter out;
    private final PrintWriter err;
    private final OutputOptions options;
    private final boolean json;
    private final Marks marks;

    /**
     * A screen with nothing on it.
     *
     * @param json whether the result is printed as JSON, and nothing else
     */
    Screen(CommandLine command, OutputOptions options, boolean json) {
        out = command.getOut();
        err = command.getErr();
        this.options = options;
        this.json = json;
        marks = options.marks();
    }

    /** A run begins; its seed is on the screen before anything can happen. */
    void begin(Scenario scenario, Seed seed) {
        if (!json && !options.quiet()) {
            print(List.of(RunSummary.head(scenario, seed, marks)));
        }
    }

    Progress progress(long duration) {
        return new Progress(err, !options.quiet() && Terminal.isError(), duration);
    }

    /** A run is over and its folder is whole. */
    void end(RunResult result, RunFolder folder, Reproduction reproduction) {
        if (json) {
            ResultJson.write(result, reproduction.anywhere(), out);
            out.flush();
            return;
        }
        if (!options.quiet()) {
            print(RunSummary.body(result, marks));
        }
        if (options.verbose()) {
            result.notices().forEach(notice -> printField("note", notice));
        }
        print(List.of(RunSummary.verdict(result, marks)));
        if (!result.judgement().expected()) {
            printField("reproduce", reproduction.typed());
        }
        if (!options.quiet()) {
            printField("report", folder.path().resolve(RunFolder.REPORT).toString());
            folder.notices().forEach(notice -> printField("note", notice));
        }
        out.flush();
    }

    /** Shows the report in the desktop's browser. */
    void open(RunFolder folder) {
        Path report = folder.path().resolve(RunFolder.REPORT);
        if (Files.notExists(report)) {
            err.println("orrery: there is no report to open");
        } else if (!Browser.open(report)) {
            err.println("orrery: this machine has no browser to open; the report is " + report.toAbsolutePath());
        }
        err.flush();
    }

    /** What the system under test threw, if it did: verbosely, all that is known of it. */
    void broken(@Nullable SimulationException broken) {
        if (broken != null && options.verbose()) {
            broken.printStackTrace(err);
            err.flush();
        }
    }

    /** The same run went another way. */
    void notDeterministic(NotDeterministicException different, Reproduction reproduction) {
        out.println(marks.bad("NOT DETERMINISTIC") + INDENT + different.getMessage());
        Replay.Different difference = different.difference();
        if (difference != null) {
            print(SideBySide.of("first", difference.recorded(), "second", difference.replayed()));
        }
        printField("reproduce", reproduction.typed() + (difference == null ? " --paranoid" : ""));
        out.flush();
    }

    private void print(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    private void printField(String name, String value) {
        out.println(INDENT + name + " ".repeat(Math.max(1, 11 - name.length())) + value);
    }
}
