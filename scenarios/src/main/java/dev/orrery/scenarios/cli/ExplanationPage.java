package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.explain.Ablation;
import dev.orrery.scenarios.explain.Cone;
import dev.orrery.scenarios.explain.Explanation;
import dev.orrery.scenarios.explain.Likelihood;
import dev.orrery.scenarios.explain.Likelihood.Point;
import dev.orrery.scenarios.language.keys.Catalog;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.ExecutedPlan.Step;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a run failed, for people. */
final class ExplanationPage {
    private static final String INDENT = "  ";
    private static final int BAR = 30;
    private static final int MOST_KINDS = 6;

    private final Explanation explanation;
    private final RunResult result;
    private final Marks marks;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    ExplanationPage(Explanation explanation, Marks marks, int width) {
        this.explanation = explanation;
        this.result = explanation.result();
        this.marks = marks;
        this.width = width;
    }

    List<String> lines() {
        what();
        influences();
        Ablation ablation = explanation.ablation();
        if (ablation != null) {
            faults(ablation);
        }
        Likelihood likelihood = explanation.likelihood();
        if (likelihood != null) {
            likelihood(likelihood);
        }
        lines.add("");
        lines.add(marks.faint(
                explanation.runs() == 0
                        ? "a way that a search found: no fault was planned, and nothing left to chance"
                        : "found by " + Figures.count(explanation.runs(), "run")));
        return lines;
    }

    private void what() {
        CheckVerdict verdict = explanation.verdict();
        lines.add(marks.strong(result.source().scenario()) + "  seed "
                + result.source().seed().brief());
        String when = verdict == null || verdict.at() == null ? "" : "  at " + Durations.brief(verdict.at());
        String event = verdict == null || verdict.event() == null ? "" : ", event " + verdict.event();
        lines.add(INDENT + marks.fail() + " " + explanation.signature().check() + when + event);
        String message = verdict == null ? explanation.signature().shape() : verdict.message();
        message.lines().forEach(line -> lines.add(INDENT + INDENT + INDENT + line));
        Catalog.onClassPath().checks().stream()
                .map(Catalog.Origin::check)
                .filter(check -> check.name().equals(explanation.signature().check()))
                .findFirst()
                .ifPresent(check -> wrapped(check.description()));
    }

    private void wrapped(String text) {
        Wrapping.text(text, width - 6).lines().forEach(line -> lines.add(INDENT + INDENT + INDENT + marks.faint(line)));
    }

    private void influences() {
        Cone cone = explanation.cone();
        head("What led to it");
        lines.add(INDENT + Figures.count(cone.influences()) + " of " + Figures.count(cone.events(), "traced event")
                + " can have had an influence, of " + Figures.count(cone.nodes(), "node")
                + (cone.messages().isEmpty() ? "" : ", among them " + messages(cone.messages())));
        if (cone.leftOut() > 0) {
            lines.add(INDENT + INDENT + marks.faint("… " + cone.leftOut() + " before these"));
        }
        cone.landmarks().forEach(landmark -> lines.add(INDENT + INDENT + firstLine(landmark)));
        lines.add(INDENT + "step by step");
        cone.chain().forEach(step -> lines.add(INDENT + INDENT + firstLine(step)));
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("");
    }

    private static String messages(Map<String, Integer> messages) {
        String most = messages.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_KINDS)
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return most + (messages.size() > MOST_KINDS ? " and others" : "");
    }

    private void faults(Ablation ablation) {
        head("Which faults it takes");
        if (ablation.faults().isEmpty()) {
            lines.add(INDENT + "none: there were none");
        }
        for (int fault = 0; fault < ablation.faults().size(); fault++) {
            Ablation.Single single = ablation.faults().get(fault);
            String verdict = single.necessary()
                    ? marks.bad("necessary")
                    : isInPair(single.id(), ablation) ? marks.doubtful("exchangeable") : marks.faint("irrelevant");
            lines.add(INDENT + single.id() + INDENT + verdict + INDENT + what(fault));
        }
        ablation.pairs()
                .forEach(pair -> lines.add(INDENT + "it takes " + pair.one() + " or " + pair.other()
                        + ": without either it fails, without both it does not"));
        if (!ablation.pairsTried()) {
            lines.add(INDENT + marks.faint("pairs were not tried: there are too many"));
        }
    }

    private static boolean isInPair(String id, Ablation ablation) {
        return ablation.pairs().stream()
                .anyMatch(pair -> pair.one().equals(id) || pair.other().equals(id));
    }

    private String what(int fault) {
        List<Step> steps = result.plan().steps();
        return fault < steps.size()
                ? Durations.brief(steps.get(fault).at()) + " "
                        + steps.get(fault).kind() + ": " + steps.get(fault).what()
                : "";
    }

    private void likelihood(Likelihood curve) {
        head("When it became inevitable");
        lines.add(INDENT + "of " + Figures.count(curve.tries(), "run")
                + " each, drawn anew after a moment, so many fail by " + Durations.brief(curve.horizon()) + ":");
        for (Point point : curve.points()) {
            int length = point.failing() * BAR / curve.tries();
            lines.add(String.format(
                    Locale.ROOT,
                    "    %8s  event %9s  %s %s",
                    Durations.brief(point.at()),
                    Figures.count(point.event()),
                    marks.bar(length, BAR),
                    percent(point, curve)));
        }
        Likelihood.Turn turn = curve.turn();
        if (turn == null) {
            lines.add(INDENT
                    + (isAlways(curve) ? "each fails, from the beginning on" : "no moment after which each fails"));
        } else {
            lines.add(INDENT
                    + marks.strong("after event " + Figures.count(turn.after().event()) + " each fails")
                    + ", before it " + percent(turn.before(), curve) + ": " + firstLine(turn.words()));
        }
    }

    private static boolean isAlways(Likelihood curve) {
        return curve.points().stream().allMatch(point -> point.failing() == curve.tries());
    }

    private static String percent(Point point, Likelihood curve) {
        return point.failing() * 100 / curve.tries() + "%";
    }

    private void head(String words) {
        lines.add("");
        lines.add(marks.strong(words));
    }
}
