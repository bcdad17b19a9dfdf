package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.diff.ComparedRun.Latency;
import dev.orrery.scenarios.diff.Difference;
import dev.orrery.scenarios.diff.Difference.Pair;
import dev.orrery.scenarios.diff.Difference.Parting;
import dev.orrery.scenarios.diff.Step;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** In what two runs differ, for people and for programs. */
final class DifferencePage {
    private static final String NOTHING = "not at all";

    private final Difference difference;
    private final Marks marks;

    DifferencePage(Difference difference, Marks marks) {
        this.difference = difference;
        this.marks = marks;
    }

    List<String> lines(boolean quiet) {
        if (difference.isNone()) {
            return List.of(marks.good("SAME") + "  " + Figures.count(difference.same(), "traced event"));
        }
        List<String> lines = new ArrayList<>();
        if (!quiet) {
            Parting first = difference.first();
            if (first != null) {
                lines.add(marks.strong("They part"));
                lines.addAll(parting(first));
            }
            nodes(lines);
            pairs("Checks", difference.checks(), text -> text, lines);
            pairs("Faults", difference.faults(), text -> text, lines);
            pairs("Latency", difference.latency(), DifferencePage::latency, lines);
        }
        lines.add(marks.bad("DIFFERENT") + "  " + Figures.count(difference.same(), "event") + " the same, "
                + Figures.count(difference.later()) + " at other times, " + Figures.count(difference.changed())
                + " with other contents, " + Figures.count(difference.onlyFirst()) + " only in a, "
                + Figures.count(difference.onlySecond()) + " only in b");
        return lines;
    }

    private static List<String> parting(Parting parting) {
        return List.of("  a  " + words(parting.first()), "  b  " + words(parting.second()));
    }

    private static String words(@Nullable Step step) {
        return step == null ? NOTHING : step.words();
    }

    private void nodes(List<String> lines) {
        if (!difference.byNode().isEmpty()) {
            lines.add(marks.strong("First of each node"));
            difference.byNode().forEach((node, parting) -> {
                Step shown = parting.first() == null ? parting.second() : parting.first();
                lines.add("  " + node + "  " + words(shown) + how(parting));
            });
        }
    }

    private static String how(Parting parting) {
        Step first = parting.first();
        Step second = parting.second();
        if (second == null) {
            return "; only in a";
        }
        if (first == null) {
            return "; only in b";
        }
        return first.content().equals(second.content())
                ? "; in b at " + Durations.format(second.at())
                : "; in b " + second.content();
    }

    private <T> void pairs(String head, List<Pair<T>> pairs, Function<T, String> words, List<String> lines) {
        if (!pairs.isEmpty()) {
            lines.add(marks.strong(head));
            for (Pair<T> pair : pairs) {
                T first = pair.first();
                T second = pair.second();
                lines.add("  " + pair.name());
                lines.add("    a  " + (first == null ? NOTHING : words.apply(first)));
                lines.add("    b  " + (second == null ? NOTHING : words.apply(second)));
            }
        }
    }

    private static String latency(Latency latency) {
        return "p50 " + Durations.brief(latency.p50()) + "  p99 " + Durations.brief(latency.p99());
    }

    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "orrery-difference");
        json.put("v", 1);
        json.put("same", difference.same());
        json.put("otherTimes", difference.later());
        json.put("otherContents", difference.changed());
        json.put("onlyA", difference.onlyFirst());
        json.put("onlyB", difference.onlySecond());
        Parting first = difference.first();
        json.put("first", first == null ? null : json(first));
        Map<String, Object> nodes = new LinkedHashMap<>();
        difference.byNode().forEach((node, parting) -> nodes.put(node, json(parting)));
        json.put("nodes", nodes);
        json.put("checks", json(difference.checks()));
        json.put("faults", json(difference.faults()));
        json.put("latency", json(difference.latency()));
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(Parting parting) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("a", json(parting.first()));
        json.put("b", json(parting.second()));
        return json;
    }

    private static @Nullable Map<String, Object> json(@Nullable Step step) {
        if (step == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("t", step.at());
        json.put("what", step.identity());
        json.put("content", step.content());
        return json;
    }

    private static <T> List<Object> json(List<Pair<T>> pairs) {
        List<Object> all = new ArrayList<>();
        for (Pair<T> pair : pairs) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", pair.name());
            json.put("a", pair.first());
            json.put("b", pair.second());
            all.add(json);
        }
        return all;
    }
}
