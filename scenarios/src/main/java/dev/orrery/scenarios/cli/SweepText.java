package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.sweep.Ending;
import dev.orrery.scenarios.sweep.FaultTable;
import dev.orrery.scenarios.sweep.Group;
import dev.orrery.scenarios.sweep.Outlook;
import dev.orrery.scenarios.sweep.Summary;
import dev.orrery.scenarios.sweep.Tally;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A sweep's summary as a person reads it. The same seeds give the same lines. */
final class SweepText {
    private static final String INDENT = "  ";
    private static final String DEEP = INDENT.repeat(3);

    /** How many groups, and how many pairs of faults, are told; the others are in the summary's file. */
    private static final int MOST = 10;

    private final Summary summary;
    private final List<String> lines = new ArrayList<>();

    private SweepText(Summary summary) {
        this.summary = summary;
    }

    /** The lines up to the verdict. */
    static List<String> body(Summary summary, Marks marks) {
        SweepText text = new SweepText(summary);
        text.addCounts();
        text.addGroups(summary.failures(), marks.fail());
        text.addGroups(summary.doubts(), marks.unknown());
        text.addGoals();
        text.addFaults();
        text.addOutlook();
        return text.lines;
    }

    /** The last line: the verdict. */
    static String verdict(Summary summary, Marks marks) {
        String words = String.join("; ", summary.words());
        if (summary.ending() == Ending.INTERRUPTED) {
            return marks.doubtful("INTERRUPTED") + INDENT + "after " + Figures.count(summary.seeds()) + " of "
                    + Figures.count(summary.plan().range().count(), "seed") + (words.isEmpty() ? "" : "; " + words);
        }
        String ending = summary.ending().words().isEmpty()
                ? ""
                : "; " + summary.ending().words();
        return switch (summary.verdict()) {
            case PASS -> marks.good("PASSED") + INDENT + passed(summary) + ending;
            case FAIL -> marks.bad("FAILED") + INDENT + words + ending;
            case INCONCLUSIVE -> marks.doubtful("INCONCLUSIVE") + INDENT + words + ending;
        };
    }

    private static String passed(Summary summary) {
        return summary.expectsFailure()
                ? summary.expect() + " failed in " + shown(summary) + ", as expected"
                : Figures.count(summary.seeds(), "seed");
    }

    private static String shown(Summary summary) {
        return Figures.count(summary.shown()) + " of " + Figures.count(summary.seeds(), "seed");
    }

    private void addCounts() {
        addField(
                "seeds",
                Figures.count(summary.seeds()) + " run: " + Figures.count(summary.passed()) + " passed, "
                        + Figures.count(summary.failed()) + " failed, " + Figures.count(summary.inconclusive())
                        + " without verdict");
        if (summary.expectsFailure()) {
            addField("planted bug", summary.expect() + " failed in " + shown(summary));
        }
    }

    private void addGroups(List<Group> groups, String mark) {
        for (Group group : groups.subList(0, Math.min(MOST, groups.size()))) {
            lines.add(INDENT + mark + " " + group.signature().check() + INDENT + Figures.count(group.count(), "seed")
                    + ", the smallest " + text(group.smallest()) + ", the shortest " + text(group.shortest()) + " with "
                    + Figures.count(group.events(), "event"));
            lines.add(DEEP + group.signature().shape());
            lines.add(DEEP + "as "
                    + group.message().lines().findFirst().orElse("").strip());
        }
        if (groups.size() > MOST) {
            lines.add(INDENT + mark + " " + Figures.count(groups.size() - MOST, "more signature"));
        }
    }

    private void addGoals() {
        if (!summary.plan().goals().isEmpty()) {
            addField("goals", summary.plan().goals().stream().map(this::goal).collect(Collectors.joining(", ")));
        }
    }

    private String goal(String name) {
        Tally.Goal goal = summary.goal(name);
        return goal.times() == 0
                ? name + " not seen"
                : name + " " + Figures.count(goal.times()) + "x in " + Figures.count(goal.runs(), "seed");
    }

    private void addFaults() {
        List<FaultTable.Row> rows = summary.faults();
        if (rows.isEmpty()) {
            return;
        }
        addField(
                "faults",
                rows.stream()
                        .filter(row -> !row.isPair())
                        .sorted(Comparator.comparingLong(FaultTable.Row::runs).reversed())
                        .map(row -> row.kind() + " " + seeds(row))
                        .collect(Collectors.joining(", ")));
        List<FaultTable.Row> pairs =
                rows.stream().filter(FaultTable.Row::isPair).toList();
        if (!pairs.isEmpty() && summary.failed() > 0) {
            addField(
                    "with failures",
                    pairs.stream()
                            .filter(row -> row.failed() > 0)
                            .sorted(Comparator.comparingLong(FaultTable.Row::failed)
                                    .reversed())
                            .limit(MOST)
                            .map(row -> row.kind() + " and " + row.other() + " " + seeds(row))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static String seeds(FaultTable.Row row) {
        return Figures.count(row.runs()) + (row.failed() == 0 ? "" : " (" + Figures.count(row.failed()) + " failed)");
    }

    private void addOutlook() {
        Outlook.sentences(summary).forEach(sentence -> addField("outlook", sentence));
    }

    private void addField(String name, String value) {
        lines.add(INDENT + name + " ".repeat(Math.max(1, 12 - name.length())) + value);
    }

    private static String text(long seed) {
        return new Seed(seed).brief();
    }

    /** What a summary means to scripts. */
    static int exitCode(Summary summary) {
        if (summary.ending() == Ending.INTERRUPTED) {
            return ExitCode.INTERRUPTED;
        }
        if (summary.verdict() == Verdict.PASS) {
            return ExitCode.OK;
        }
        return summary.verdict() == Verdict.FAIL ? ExitCode.FAILED : ExitCode.INCONCLUSIVE;
    }
}
