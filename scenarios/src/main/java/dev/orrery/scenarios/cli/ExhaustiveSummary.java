package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.Scenario;
import dev.orrery.scenarios.explore.WayTrace;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.explore.Bounds;
import dev.orrery.sim.explore.Counterexample;
import dev.orrery.sim.explore.Exploration;
import dev.orrery.sim.explore.Exploration.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a search found, as a person reads it: the properties, the way to a violation, what was looked at, the verdict. */
final class ExhaustiveSummary {
    private static final String INDENT = "  ";
    private static final double NANOS_A_SECOND = 1e9;

    private final Scenario scenario;
    private final Bounds bounds;
    private final Exploration found;
    private final long nanos;
    private final Marks marks;
    private final List<String> lines = new ArrayList<>();

    ExhaustiveSummary(Scenario scenario, Bounds bounds, Exploration found, long nanos, Marks marks) {
        this.scenario = scenario;
        this.bounds = bounds;
        this.found = found;
        this.nanos = nanos;
        this.marks = marks;
    }

    /**
     * The lines up to the verdict.
     *
     * @param way to a violation, gone again; null if there is none
     */
    List<String> body(@Nullable WayTrace way) {
        addChecks();
        if (way != null) {
            addWay(way);
        }
        addBounds();
        addStates();
        return lines;
    }

    private void addChecks() {
        Counterexample counterexample = found.counterexample();
        String broken = counterexample == null ? "" : counterexample.invariant();
        for (String name : found.watched()) {
            if (!name.equals(broken)) {
                lines.add(INDENT + marks.pass() + " " + name + "  " + marks.faint("on all ways that were gone"));
            }
        }
        for (String name : found.glanced()) {
            if (!name.equals(broken)) {
                lines.add(INDENT + marks.pass() + " " + name + "  "
                        + marks.faint("in all states that were met, each by itself"));
            }
        }
        if (counterexample != null) {
            lines.add(INDENT + marks.fail() + " " + broken + "  after "
                    + Figures.count(counterexample.way().size(), "step"));
            lines.add(INDENT.repeat(3) + counterexample.message());
        }
        List<String> unjudged = scenario.checks().stream()
                .filter(Check.OnHistory.class::isInstance)
                .map(Check::name)
                .toList();
        if (!unjudged.isEmpty()) {
            add("not judged", String.join(", ", unjudged) + ": a search judges the nodes, and no histories");
        }
    }

    private void addWay(WayTrace way) {
        add("the way", "each step is a millisecond in the trace");
        long first = way.enactment().trace().first();
        for (long id = first; id <= way.enactment().trace().last(); id++) {
            lines.add(INDENT.repeat(2) + way.enactment().trace().words(id));
        }
    }

    private void addBounds() {
        StringBuilder text = new StringBuilder();
        text.append(bounds.depth() == Integer.MAX_VALUE ? "any depth" : Figures.count(bounds.depth(), "step"));
        text.append(", ").append(bounds.crashes() == 1 ? "1 crash" : bounds.crashes() + " crashes");
        text.append(", ").append(bounds.timers()).append(" time-outs a server, ");
        text.append(bounds.drops())
                .append(" lost, ")
                .append(bounds.duplicates())
                .append(" doubled");
        bounds.states()
                .forEach((name, highest) ->
                        text.append(", ").append(name).append(" up to ").append(highest));
        if (found.beyond() > 0) {
            text.append(" (").append(Figures.count(found.beyond(), "step")).append(" beyond not taken)");
        }
        add("bounds", text.toString());
    }

    private void addStates() {
        double seconds = Math.max(1, nanos) / NANOS_A_SECOND;
        add(
                "states",
                Figures.count(found.states()) + ", " + Figures.count(found.steps(), "step") + " between them, up to "
                        + found.depth() + " deep; made of " + Figures.count(found.nodeStates())
                        + " states of nodes and " + Figures.count(found.messages(), "message")
                        + (found.symmetries() == 1 ? "" : ", in " + found.symmetries() + " symmetries"));
        lines.add(INDENT
                + marks.faint(Figures.count(Math.round(found.states() / seconds)) + " states/s in "
                        + Figures.wallTime(nanos) + "; chance that one was passed over below "
                        + String.format(Locale.ROOT, "%.1e", found.omission())));
    }

    private void add(String name, String text) {
        lines.add(INDENT + name + " ".repeat(Math.max(1, "operations".length() - name.length())) + INDENT + text);
    }

    /** Whether it came out as the scenario expects. */
    boolean expected() {
        Counterexample counterexample = found.counterexample();
        String expect = scenario.expectedFailure().orElse(Judgement.PASS);
        return counterexample == null
                ? expect.equals(Judgement.PASS)
                        && (found.ending() == Ending.EXHAUSTED || found.ending() == Ending.DEPTH)
                : counterexample.invariant().equals(expect);
    }

    /** The last line. */
    String verdict() {
        Counterexample counterexample = found.counterexample();
        if (counterexample != null) {
            return expected()
                    ? marks.good("PASSED") + "  " + counterexample.invariant() + " failed, as expected"
                    : marks.bad("FAILED") + "  " + counterexample.invariant() + " failed";
        }
        String extent = switch (found.ending()) {
            case EXHAUSTED -> "all that can happen within the bounds was looked at";
            case DEPTH -> "all ways of up to " + bounds.depth() + " steps were looked at, and some go on";
            case FULL -> "more than " + Figures.count(bounds.most()) + " states: give --states, or smaller bounds";
            case INTERRUPTED -> "interrupted before the end";
            case VIOLATED -> throw new IllegalStateException("a violation without a way to it");
        };
        return switch (found.ending()) {
            case FULL -> marks.doubtful("INCONCLUSIVE") + "  " + extent;
            case INTERRUPTED -> marks.doubtful("INTERRUPTED") + "  " + extent;
            case EXHAUSTED, DEPTH, VIOLATED ->
                expected()
                        ? marks.good("PASSED") + "  " + extent
                        : marks.bad("FAILED") + "  "
                                + scenario.expectedFailure().orElse("") + " was not violated: " + extent;
        };
    }
}
