package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.ExecutedPlan;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.result.LatencyFigures;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.ResultJson;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.RunResult.Extent;
import dev.orrery.scenarios.result.RunResult.Goal;
import dev.orrery.scenarios.result.RunResult.Threshold;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A result as a person reads it: what ran, each check with its evidence, the figures, and the verdict.
 *
 * <pre>
 * raft-leader-isolated  raft-kv, 5 nodes, 8 clients, 60s virtual, seed 0x2A
 *   ✓ election-safety      3 terms with a leader
 *   ✗ leader-completeness  at 12.25ms, event 4812
 *       n4 leads term 3 without entry 7, which was committed in term 2
 *   latency     p50 8.6ms  p99 210ms  p99.9 1.02s  max 1.02s
 *   operations  3,871 ok  52 failed  77 unknown
 *   faults      3 partition, 5 kill
 *   60s virtual in 0.42s (143x), 184,211 events, digest 0x9F3C21AA00000000
 * FAILED  leader-completeness failed
 * </pre>
 */
final class RunSummary {
    private static final String INDENT = "  ";
    private static final int SOME = 3;

    private final RunResult result;
    private final Marks marks;
    private final List<String> lines = new ArrayList<>();

    private RunSummary(RunResult result, Marks marks) {
        this.result = result;
        this.marks = marks;
    }

    /** The first line, which is known before the run. */
    static String head(Scenario scenario, Seed seed, Marks marks) {
        return head(scenario, "seed " + seed.brief(), marks);
    }

    /** The first line of what is done with some seeds. */
    static String head(Scenario scenario, String seeds, Marks marks) {
        return marks.strong(scenario.name()) + "  "
                + scenario.system().provider().name() + ", "
                + Figures.count(scenario.system().nodes().size(), "node") + ", "
                + Figures.count(scenario.workload().load().clients(), "client") + ", "
                + Durations.format(scenario.duration()) + " virtual, " + seeds;
    }

    /** The lines after the first, up to the verdict. */
    static List<String> body(RunResult result, Marks marks) {
        RunSummary summary = new RunSummary(result, marks);
        summary.addChecks();
        summary.addThresholds();
        summary.addFigures();
        summary.addFaults();
        summary.addExtent();
        summary.addBound();
        return summary.lines;
    }

    /** The last line alone: the verdict. */
    static String verdict(RunResult result, Marks marks) {
        Judgement judgement = result.judgement();
        if (judgement.interrupted()) {
            return marks.doubtful("INTERRUPTED") + "  at "
                    + Durations.brief(result.extent().virtualNanos())
                    + (judgement.verdict() == Verdict.FAIL ? ", after " + judgement.words() : "");
        }
        if (judgement.expected()) {
            return marks.good("PASSED") + "  "
                    + (judgement.expect().equals(Judgement.PASS)
                            ? Figures.count(result.checks().size(), "check")
                            : judgement.expect() + " failed, as expected");
        }
        if (judgement.verdict() == Verdict.INCONCLUSIVE) {
            return marks.doubtful("INCONCLUSIVE") + "  " + judgement.words();
        }
        return marks.bad("FAILED") + "  " + judgement.words();
    }

    private void addChecks() {
        int width = result.checks().stream()
                .mapToInt(check -> check.name().length())
                .max()
                .orElse(0);
        for (CheckVerdict check : result.checks()) {
            String name = padded(check.name(), width);
            switch (check.verdict()) {
                case PASS -> lines.add(INDENT + marks.pass() + " " + name + "  " + marks.faint(check.message()));
                case INCONCLUSIVE -> lines.add(INDENT + marks.unknown() + " " + name + "  " + check.message());
                case FAIL -> {
                    lines.add((INDENT + marks.fail() + " " + name + "  " + place(check)).stripTrailing());
                    check.message().lines().forEach(line -> lines.add(INDENT.repeat(3) + line));
                }
            }
        }
    }

    private static String place(CheckVerdict check) {
        String at = check.at() == null ? "" : "at " + Durations.format(check.at());
        String event = check.event() == null ? "" : "event " + check.event();
        if (!at.isEmpty() || !event.isEmpty()) {
            return at.isEmpty() || event.isEmpty() ? at + event : at + ", " + event;
        }
        return check.operations().isEmpty()
                ? ""
                : "operation " + check.operations().get(0);
    }

    private void addThresholds() {
        for (Threshold threshold : result.thresholds()) {
            lines.add(INDENT + (threshold.holds() ? marks.pass() : marks.fail()) + " " + threshold.name() + "  "
                    + threshold.value() + ", limit " + threshold.limit());
        }
    }

    private void addFigures() {
        for (LatencyFigures latency : result.latency()) {
            if (latency.f().equals(LatencyFigures.ALL)) {
                addFigure(
                        "latency",
                        "p50 " + Durations.brief(latency.p50()) + "  p99 " + Durations.brief(latency.p99())
                                + "  p99.9 " + Durations.brief(latency.p999()) + "  max "
                                + Durations.brief(latency.max()));
            }
        }
        OperationCounts operations = result.operations();
        addFigure(
                "operations",
                Figures.count(operations.ok()) + " ok" + more(operations.fail(), "failed")
                        + more(operations.info(), "unknown") + more(operations.open(), "open"));
        if (!result.goals().isEmpty()) {
            addFigure("goals", result.goals().stream().map(RunSummary::goal).collect(Collectors.joining(", ")));
        }
    }

    private static String goal(Goal goal) {
        return goal.name() + (goal.seen() == 0 ? " not seen" : " " + Figures.count(goal.seen()) + "x");
    }

    private static String more(long count, String word) {
        return count == 0 ? "" : "  " + Figures.count(count) + " " + word;
    }

    private void addFaults() {
        ExecutedPlan plan = result.plan();
        if (!plan.steps().isEmpty()) {
            Map<String, Long> kinds = plan.steps().stream()
                    .collect(Collectors.groupingBy(ExecutedPlan.Step::kind, TreeMap::new, Collectors.counting()));
            addFigure(
                    "faults",
                    kinds.entrySet().stream()
                            .map(kind -> Figures.count(kind.getValue()) + " " + kind.getKey())
                            .collect(Collectors.joining(", ")));
        }
        addSome("not fired", plan.neverFired());
        addSome("held back", plan.heldBack());
    }

    /** The first few of what may be many; all of them are in the result. */
    private void addSome(String name, List<String> figures) {
        figures.stream().limit(SOME).forEach(figure -> addFigure(name, figure));
        if (figures.size() > SOME) {
            addFigure("", "and " + Figures.count(figures.size() - SOME) + " more");
        }
    }

    private void addExtent() {
        Extent extent = result.extent();
        lines.add(INDENT
                + marks.faint(Durations.brief(extent.virtualNanos()) + " virtual in "
                        + Figures.wallTime(extent.wallNanos()) + " ("
                        + Figures.speed(extent.virtualNanos(), extent.wallNanos()) + "), "
                        + Figures.count(extent.events()) + " events, digest "
                        + ResultJson.hexadecimal(extent.digest())));
    }

    private void addBound() {
        if (result.source().schedule() instanceof Schedule.Pct pct) {
            lines.add(
                    INDENT + marks.faint(PctBound.sentence(pct, result.extent().chains())));
        }
    }

    private void addFigure(String name, String figure) {
        lines.add(INDENT + padded(name, "operations".length()) + "  " + figure);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
