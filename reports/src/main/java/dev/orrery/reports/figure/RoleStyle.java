package dev.orrery.reports.figure;

import dev.orrery.reports.series.Lane;

/**
 * How a role looks: a height besides a colour, so that who leads can be seen without colours.
 *
 * @param name of the style
 * @param height as a part of the lane
 */
record RoleStyle(String name, double height) {
    private static final RoleStyle DOWN = new RoleStyle("down", 0.5);
    private static final RoleStyle UNKNOWN = new RoleStyle("unknown", 0.12);

    /** Roles of which there is one at a time are high, those that want to be it are lower, the others low. */
    static RoleStyle of(String role) {
        return switch (role) {
            case "leader", "primary", "holder", "master", "coordinator" -> new RoleStyle("leader", 0.8);
            case "candidate", "pre-candidate", "proposer", "waiting" -> new RoleStyle("candidate", 0.58);
            case "follower", "replica", "backup", "acceptor", "learner" -> new RoleStyle("follower", 0.4);
            case Lane.DOWN -> DOWN;
            case "" -> UNKNOWN;
            default -> new RoleStyle("follower", 0.5);
        };
    }

    boolean isDown() {
        return equals(DOWN);
    }
}
