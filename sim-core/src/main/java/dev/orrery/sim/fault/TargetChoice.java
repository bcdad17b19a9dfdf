package dev.orrery.sim.fault;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Chooses whom a fault hits. Each node has a draw of its own, keyed by its name and the fault, and the lowest are taken: so
 * whether a node is preferred to another does not depend on who else there is.
 */
final class TargetChoice {
    private final Simulation simulation;
    private final Roster roster;

    TargetChoice(Simulation simulation, Roster roster) {
        this.simulation = simulation;
        this.roster = roster;
    }

    /**
     * The nodes to hit, in the order of the roster; none if nobody fits.
     *
     * @param suitable whom the fault can hit at all, as a kill only who is up. How many are hit is counted of all selected
     *     ones, suitable or not
     * @param reporter whose report was the trigger, if one was
     */
    List<NodeId> choose(Target target, Predicate<NodeId> suitable, @Nullable NodeId reporter, long key) {
        List<NodeId> selected = selected(target, reporter);
        List<NodeId> able = selected.stream().filter(suitable).toList();
        return lowest(able, count(target, selected.size()), key);
    }

    /** So many of the nodes, in their order; all if there are no more. */
    static List<NodeId> lowest(List<NodeId> nodes, int count, long key) {
        if (count >= nodes.size()) {
            return nodes;
        }
        List<NodeId> chosen = new ArrayList<>(shuffled(nodes, key).subList(0, count));
        chosen.sort(Comparator.comparingInt(nodes::indexOf));
        return chosen;
    }

    /** The nodes in the order of their draws. */
    static List<NodeId> shuffled(List<NodeId> nodes, long key) {
        List<NodeId> shuffled = new ArrayList<>(nodes);
        shuffled.sort((one, other) -> Long.compareUnsigned(draw(key, one), draw(key, other)));
        return shuffled;
    }

    private static long draw(long key, NodeId node) {
        return Mix.combine(key, Mix.hash(node.name()));
    }

    private List<NodeId> selected(Target target, @Nullable NodeId reporter) {
        if (!target.nodes().isEmpty()) {
            return target.nodes().stream()
                    .map(roster::named)
                    .filter(Objects::nonNull)
                    .toList();
        }
        if (target.reporter()) {
            return reporter == null || simulation.isRemoved(reporter) ? List.of() : List.of(reporter);
        }
        String zone = target.zone();
        String role = target.role();
        return roster.servers().stream()
                .filter(node -> zone == null || zone.equals(simulation.zone(node)))
                .filter(node -> role == null || role.equals(simulation.role(node)))
                .toList();
    }

    private static int count(Target target, int selected) {
        return switch (target.mode()) {
            case ONE -> Math.min(1, selected);
            case ALL -> selected;
            case FIXED -> Math.min(target.value(), selected);
            case FIXED_PERCENT -> selected * target.value() / 100;
            case MINORITY -> minority(selected);
            case MAJORITY -> majority(selected);
        };
    }

    /** The greatest number that is less than half. */
    static int minority(int nodes) {
        return Math.max(0, (nodes - 1) / 2);
    }

    /** The least number that is more than half. */
    static int majority(int nodes) {
        return nodes / 2 + 1;
    }
}
