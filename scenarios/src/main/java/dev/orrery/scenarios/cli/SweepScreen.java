package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.folder.NotDeterministicException;
import dev.orrery.scenarios.folder.RunFolder;
import dev.orrery.scenarios.sweep.Group;
import dev.orrery.scenarios.sweep.Summary;
import dev.orrery.scenarios.sweep.SummaryJson;
import dev.orrery.scenarios.sweep.SummaryJson.Pace;
import dev.orrery.scenarios.sweep.SweepPlan;
import dev.orrery.sim.random.Seed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What a sweep prints: what it has found to standard output, how it is getting on to standard error. */
final class SweepScreen {
    private static final String INDENT = "  ";
    private static final int WIDTH = 12;

    private final PrintWriter out;
    private final PrintWriter err;
    private final OutputOptions options;
    private final boolean json;
    private final Marks marks;

    /**
     * A screen with nothing on it.
     *
     * @param json whether the summary is printed as JSON, and nothing else
     */
    SweepScreen(CommandLine command, OutputOptions options, boolean json) {
        out = command.getOut();
        err = command.getErr();
        this.options = options;
        this.json = json;
        marks = options.marks();
    }

    /** A sweep begins. */
    void begin(Scenario scenario, SweepPlan plan) {
        if (!json && !options.quiet()) {
            String part = plan.isWhole() ? "" : ", part " + plan.part() + "/" + plan.of();
            out.println(RunSummary.head(scenario, "seeds " + plan.seeds() + part, marks));
            out.flush();
        }
    }

    /** What the order of events promises, if it promises anything. */
    void bound(String sentence) {
        if (!json && !options.quiet()) {
            out.println(INDENT + marks.faint(sentence));
            out.flush();
        }
    }

    SweepProgress progress(SweepPlan plan, long before) {
        return new SweepProgress(
                err, options.quiet(), Terminal.isError(), plan.range().count(), before);
    }

    /** A sweep is over, or was ended. */
    void end(Summary summary, @Nullable Pace pace) {
        if (json) {
            SummaryJson.write(summary, pace, out);
        } else {
            if (!options.quiet()) {
                SweepText.body(summary, marks).forEach(out::println);
            }
            out.println(SweepText.verdict(summary, marks));
        }
        out.flush();
        if (pace != null && !options.quiet()) {
            err.println(Figures.count(pace.seeds(), "seed") + " in " + Figures.wallTime(pace.nanos()) + " on "
                    + Figures.count(pace.jobs(), "thread") + ", " + Figures.count(Math.round(pace.perSecond())) + "/s");
            err.flush();
        }
    }

    /** Where to go from here: the commands that show the failures, and the files. */
    void end(Summary summary, ScenarioArgument argument, Path base, Path file) {
        if (json) {
            return;
        }
        for (Group group : summary.failures().stream().limit(1).toList()) {
            Seed seed = new Seed(group.smallest());
            Path run = RunFolder.path(base, argument.folder(), seed);
            printField("reproduce", argument.reproduction(run, seed, List.of()).typed());
        }
        if (!options.quiet()) {
            printField("summary", file.toString());
        }
        out.flush();
    }

    /** The folders of some failures are written. */
    void folders(List<Path> folders) {
        if (!json && !options.quiet()) {
            folders.forEach(folder -> printField("run", folder.toString()));
            out.flush();
        }
    }

    /** A failure was shrunk and saved. */
    void saved(Path file) {
        if (!json && !options.quiet()) {
            printField("case", file.toString());
            out.flush();
        }
    }

    /** A run went another way than in the sweep. */
    void notDeterministic(NotDeterministicException different) {
        err.println(marks.bad("NOT DETERMINISTIC") + INDENT + different.getMessage());
        err.flush();
    }

    private void printField(String name, String value) {
        out.println(INDENT + name + " ".repeat(Math.max(1, WIDTH - name.length())) + value);
    }
}
