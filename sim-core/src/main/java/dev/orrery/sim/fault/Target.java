package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;
import static dev.orrery.sim.fault.Parameters.require;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a fault hits: a selection of nodes, and how many of them. It is resolved at the moment at which the fault begins;
 * which nodes are taken of a selection is then drawn.
 *
 * <p>At most one of {@code nodes}, {@code zone}, {@code role} and {@code reporter} selects; with none of them, all servers
 * are selected. A client is selected only by its name.
 *
 * @param nodes names, such as {@code [n1, c2]}; empty selects otherwise
 * @param zone the servers of this zone, or null
 * @param role the servers that say they play this role, such as {@code leader}, or null
 * @param reporter the node whose report was the fault's trigger; for a fault with {@code when} only
 * @param mode how many of the selected ones
 * @param value the number that {@code fixed} and {@code fixed-percent} need: nodes, or percent; 0 with the other modes
 */
public record Target(
        List<String> nodes, @Nullable String zone, @Nullable String role, boolean reporter, Mode mode, int value) {

    /** How many of the selected nodes a fault hits. */
    public enum Mode {
        /** One of them, drawn. The default where nothing, or a role, selects. */
        ONE,
        /** All of them. The default where nodes or a zone are named. */
        ALL,
        /** So many as {@code value} says, or all if there are fewer. */
        FIXED,
        /** So many percent of them as {@code value} says, rounded down. */
        FIXED_PERCENT,
        /** The greatest number that is less than half of them: 2 of 5, 1 of 4, none of 2. */
        MINORITY,
        /** The least number that is more than half of them: 3 of 5, 3 of 4. */
        MAJORITY
    }

    /** Checks that one thing selects, and that the number fits the mode. */
    public Target {
        nodes = List.copyOf(nodes);
        int selectors =
                (nodes.isEmpty() ? 0 : 1) + (zone == null ? 0 : 1) + (role == null ? 0 : 1) + (reporter ? 1 : 0);
        require(selectors <= 1, "a target names nodes, a zone, a role or the reporter, not more than one of them");
        require(nodes.stream().distinct().count() == nodes.size(), "a target names each node once, not " + nodes);
        switch (mode) {
            case FIXED -> require(value >= 1, "the mode fixed needs a value of at least 1, not " + value);
            case FIXED_PERCENT -> between(0, 100, "the value of the mode fixed-percent", value);
            case ONE, ALL, MINORITY, MAJORITY -> require(value == 0, "only fixed and fixed-percent take a value");
        }
    }

    /** Whether nodes, a zone, a role or the reporter are named; otherwise it selects all servers. */
    public boolean selects() {
        return !nodes.isEmpty() || zone != null || role != null || reporter;
    }

    /** One server, drawn. */
    public static Target one() {
        return servers(Mode.ONE);
    }

    /** Every server. */
    public static Target all() {
        return servers(Mode.ALL);
    }

    /** So many of the servers as a mode without a value takes. */
    public static Target servers(Mode mode) {
        return new Target(List.of(), null, null, false, mode, 0);
    }

    /** The named nodes, all of them. */
    public static Target nodes(List<String> names) {
        return new Target(names, null, null, false, Mode.ALL, 0);
    }

    /** The named nodes, all of them. */
    public static Target nodes(String... names) {
        return nodes(List.of(names));
    }

    /** Every server of a zone. */
    public static Target zone(String zone) {
        return new Target(List.of(), zone, null, false, Mode.ALL, 0);
    }

    /** One of the servers that play a role. */
    public static Target role(String role) {
        return new Target(List.of(), null, role, false, Mode.ONE, 0);
    }

    /** The node whose report triggers the fault. */
    public static Target ofReport() {
        return new Target(List.of(), null, null, true, Mode.ALL, 0);
    }

    /** In a few words, such as {@code one of role leader}. */
    @Override
    public String toString() {
        String selected = !nodes.isEmpty()
                ? String.join(", ", nodes)
                : zone != null ? "zone " + zone : role != null ? "role " + role : reporter ? "the reporter" : "servers";
        return switch (mode) {
            case ONE -> "one of " + selected;
            case ALL -> nodes.isEmpty() ? "all of " + selected : selected;
            case FIXED -> value + " of " + selected;
            case FIXED_PERCENT -> value + "% of " + selected;
            case MINORITY -> "a minority of " + selected;
            case MAJORITY -> "a majority of " + selected;
        };
    }
}
