package dev.orrery.scenarios.result;

import java.util.List;

/**
 * What the nodes said of themselves, in order of time.
 *
 * @param roles when a node began to play another part
 * @param states when a watched number of a node changed
 */
public record NodeReports(List<RoleChange> roles, List<StateChange> states) {

    /** Nothing was said, or nobody listened. */
    public static final NodeReports NONE = new NodeReports(List.of(), List.of());

    /** Keeps copies of the lists. */
    public NodeReports {
        roles = List.copyOf(roles);
        states = List.copyOf(states);
    }

    /** A node plays this part from this virtual time in nanoseconds on. */
    public record RoleChange(long at, String node, String role) {}

    /** A watched number of a node has this value from this virtual time in nanoseconds on. */
    public record StateChange(long at, String node, String name, long value) {}
}
