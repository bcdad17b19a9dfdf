package dev.orrery.reports.series;

import dev.orrery.reports.run.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One number of one node's state over time, such as how far its log is committed.
 *
 * @param points in order of time; the node has each value until the next
 */
public record StateLine(String node, List<Point> points) {

    /** From {@code at} on, in virtual nanoseconds, the node has this value. */
    public record Point(long at, long value) {}

    /**
     * The lines of each number that changed at all, by its name, of the nodes in their order. Terms are left out: they
     * stand in the lanes.
     */
    public static SortedMap<String, List<StateLine>> of(Result result) {
        SortedMap<String, Map<String, List<Point>>> points = new TreeMap<>();
        for (Result.State state : result.states()) {
            if (!state.name().equals(Lane.TERM)) {
                points.computeIfAbsent(state.name(), name -> new LinkedHashMap<>())
                        .computeIfAbsent(state.node(), node -> new ArrayList<>())
                        .add(new Point(state.t(), state.value()));
            }
        }
        SortedMap<String, List<StateLine>> lines = new TreeMap<>();
        points.forEach((name, byNode) -> lines.put(
                name,
                result.system().nodes().stream()
                        .filter(byNode::containsKey)
                        .map(node -> new StateLine(node, List.copyOf(byNode.get(node))))
                        .toList()));
        lines.values().removeIf(List::isEmpty);
        return lines;
    }
}
