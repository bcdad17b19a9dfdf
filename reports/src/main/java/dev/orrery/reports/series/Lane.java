package dev.orrery.reports.series;

import dev.orrery.reports.run.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one node was in the course of the run.
 *
 * @param segments in order of time, without gaps between them
 */
public record Lane(String node, List<Segment> segments) {
    /** The role of a node that does not run. */
    public static final String DOWN = "down";

    /** The part of a node's state that is shown beside its role. */
    static final String TERM = "term";

    /**
     * A time in which neither the role nor the term changed.
     *
     * @param from virtual nanoseconds
     * @param until virtual nanoseconds, more than {@code from}
     * @param role {@link #DOWN} while the node does not run; empty if it never said
     */
    public record Segment(
            long from, long until, String role, @Nullable Long term) {}

    /** A change of role, of term, or both. */
    private record Change(
            long at, @Nullable String role, @Nullable Long term) {}

    /** One for each node, in the order of the nodes. */
    public static List<Lane> of(Result result) {
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        result.system().nodes().forEach(node -> changes.put(node, new ArrayList<>()));
        for (Result.State state : result.states()) {
            if (state.name().equals(TERM)) {
                add(changes, state.node(), new Change(state.t(), null, state.value()));
            }
        }
        for (Result.Role role : result.roles()) {
            add(changes, role.node(), new Change(role.t(), role.role(), null));
        }
        for (Result.Fault fault : result.plan()) {
            if (stops(fault)) {
                fault.nodes().forEach(node -> add(changes, node, new Change(fault.at(), DOWN, null)));
            }
        }
        List<Lane> lanes = new ArrayList<>();
        changes.forEach((node, list) -> lanes.add(new Lane(node, segments(list, result.virtualNanos()))));
        return List.copyOf(lanes);
    }

    /** Whether the nodes that the fault hits are down until they say otherwise. */
    public static boolean stops(Result.Fault fault) {
        return fault.kind().equals("kill") || fault.kind().equals("stop");
    }

    private static void add(Map<String, List<Change>> changes, String node, Change change) {
        List<Change> list = changes.get(node);
        if (list != null) {
            list.add(change);
        }
    }

    private static List<Segment> segments(List<Change> changes, long end) {
        changes.sort(Comparator.comparingLong(Change::at));
        List<Segment> segments = new ArrayList<>();
        Segment current = new Segment(0, end, "", null);
        for (Change change : changes) {
            String role = change.role() == null ? current.role() : change.role();
            Long term = change.term() == null ? current.term() : change.term();
            if (role.equals(current.role()) && String.valueOf(term).equals(String.valueOf(current.term()))) {
                continue;
            }
            if (change.at() > current.from()) {
                segments.add(new Segment(current.from(), Math.min(end, change.at()), current.role(), current.term()));
            }
            current = new Segment(Math.min(end, change.at()), end, role, term);
        }
        if (end > current.from()) {
            segments.add(current);
        }
        return List.copyOf(segments);
    }
}
