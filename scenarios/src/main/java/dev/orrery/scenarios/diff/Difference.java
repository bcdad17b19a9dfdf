package dev.orrery.scenarios.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In what two runs differ.
 *
 * @param same how many events are in both, at the same time and with the same content
 * @param later how many are in both with the same content, but not at the same time
 * @param changed how many are in both with another content
 * @param onlyFirst how many are in the first run alone
 * @param onlySecond how many are in the second run alone
 * @param first where they part: the earliest event that differs; null if none does
 * @param byNode for each node the earliest of its events that differs
 * @param checks that came out otherwise, or with another message
 * @param faults that were not the same
 * @param latency of operations that did not take as long
 */
public record Difference(
        int same,
        int later,
        int changed,
        int onlyFirst,
        int onlySecond,
        @Nullable Parting first,
        Map<String, Parting> byNode,
        List<Pair<String>> checks,
        List<Pair<String>> faults,
        List<Pair<ComparedRun.Latency>> latency) {

    /** Takes the lists and the map as they are now. */
    public Difference {
        byNode = new LinkedHashMap<>(byNode);
        checks = List.copyOf(checks);
        faults = List.copyOf(faults);
        latency = List.copyOf(latency);
    }

    /**
     * An event that differs.
     *
     * @param first as it was in the first run; null if it was not
     * @param second as it was in the second run; null if it was not
     */
    public record Parting(@Nullable Step first, @Nullable Step second) {
        long at() {
            long one = first == null ? Long.MAX_VALUE : first.at();
            long other = second == null ? Long.MAX_VALUE : second.at();
            return Math.min(one, other);
        }
    }

    /** Something of a name that differs; null where a run has nothing of that name. */
    public record Pair<T>(
            String name, @Nullable T first, @Nullable T second) {}

    /** Whether there is none. */
    public boolean isNone() {
        return first == null && checks.isEmpty() && faults.isEmpty() && latency.isEmpty();
    }

    /** Compares two runs. */
    public static Difference between(ComparedRun one, ComparedRun other) {
        Map<String, Step> second = byIdentity(other.steps());
        Map<String, Step> first = byIdentity(one.steps());
        Tally tally = new Tally();
        first.values().forEach(step -> tally.take(step, second.get(step.identity())));
        second.values().stream()
                .filter(step -> !first.containsKey(step.identity()))
                .forEach(step -> tally.take(null, step));
        return new Difference(
                tally.same,
                tally.later,
                tally.changed,
                tally.onlyFirst,
                tally.onlySecond,
                tally.earliest,
                tally.byNode,
                pairs(one, other, ComparedRun::checks),
                pairs(one, other, ComparedRun::faults),
                pairs(one, other, ComparedRun::latency));
    }

    private static Map<String, Step> byIdentity(List<Step> steps) {
        Map<String, Step> byIdentity = new LinkedHashMap<>();
        steps.forEach(step -> byIdentity.putIfAbsent(step.identity(), step));
        return byIdentity;
    }

    private static <T> List<Pair<T>> pairs(
            ComparedRun one, ComparedRun other, Function<ComparedRun, Map<String, T>> part) {
        Map<String, T> first = part.apply(one);
        Map<String, T> second = part.apply(other);
        Set<String> names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        List<Pair<T>> pairs = new ArrayList<>();
        for (String name : names) {
            Pair<T> pair = new Pair<>(name, first.get(name), second.get(name));
            if (pair.first() == null || !pair.first().equals(pair.second())) {
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** Counts the events as they are compared, and keeps the earliest that differ. */
    private static final class Tally {
        int same;
        int later;
        int changed;
        int onlyFirst;
        int onlySecond;

        @Nullable
        Parting earliest;

        final Map<String, Parting> byNode = new TreeMap<>();

        void take(@Nullable Step first, @Nullable Step second) {
            if (first == null) {
                onlySecond++;
            } else if (second == null) {
                onlyFirst++;
            } else if (first.isLike(second)) {
                same++;
                return;
            } else if (first.content().equals(second.content())) {
                later++;
            } else {
                changed++;
            }
            keep(new Parting(first, second), first == null ? second : first);
        }

        private void keep(Parting parting, @Nullable Step shown) {
            if (earliest == null || parting.at() < earliest.at()) {
                earliest = parting;
            }
            if (shown != null && !shown.node().isEmpty()) {
                byNode.merge(shown.node(), parting, (known, next) -> next.at() < known.at() ? next : known);
            }
        }
    }
}
