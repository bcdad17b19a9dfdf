package dev.orrery.sim.fault;

/**
 * Which links a fault of the network hits: those between its targets and their peers.
 *
 * @param target whose links
 * @param direction which way, seen from the target
 * @param peers what stands at the other end
 */
public record Links(Target target, Direction direction, Peers peers) {

    /** Every link between two servers. The default. */
    public static final Links ALL = new Links(Target.all(), Direction.BOTH, Peers.SERVERS);

    /** Which way a link leads, seen from a fault's target. */
    public enum Direction {
        /** Only what is sent to the target. */
        TO,
        /** Only what the target sends. */
        FROM,
        /** Both. The default. */
        BOTH
    }

    /** What stands at the other end of the links. */
    public enum Peers {
        /** Servers. The default: clients see nothing of it, unless the target is one. */
        SERVERS,
        /** Clients. */
        CLIENTS,
        /** Both. */
        ALL
    }

    Links aimedAt(Target other) {
        return new Links(other, direction, peers);
    }
}
