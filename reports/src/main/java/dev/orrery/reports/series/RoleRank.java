package dev.orrery.reports.series;

/**
 * How a role stands among the others, which decides how it is drawn: by its height besides its colour, so that who leads
 * can be seen without colours.
 */
public enum RoleRank {
    /** One at a time has it. */
    FIRST(0.8),
    /** Whoever wants to be first. */
    CONTENDING(0.58),
    /** Whoever asks whether it could be first. */
    ASKING(0.46),
    /** Any other. */
    OTHER(0.4),
    /** Whoever is not yet what it will be. */
    STARTING(0.24),
    /** The node does not run. */
    DOWN(0.5),
    /** The node never said. */
    UNKNOWN(0.12);

    private final double height;

    RoleRank(double height) {
        this.height = height;
    }

    /** The height of a bar, as a part of its lane. */
    public double height() {
        return height;
    }

    /** The rank of a role; one that is not known is {@link #OTHER}. */
    public static RoleRank of(String role) {
        return switch (role) {
            case "leader", "primary", "holder", "coordinator" -> FIRST;
            case "candidate", "proposer", "waiting" -> CONTENDING;
            case "pre-candidate" -> ASKING;
            case "recovering", "joining" -> STARTING;
            case Lane.DOWN -> DOWN;
            case "" -> UNKNOWN;
            default -> OTHER;
        };
    }
}
