package dev.orrery.sim.node;

/** A node's own clocks, wrong in the ways that clocks are wrong. No process can see true virtual time. */
public interface Clock {
    /**
     * Time since boot of the simulation as this node counts it: never goes back and never jumps, but drifts.
     *
     * @return nanoseconds
     */
    long monotonic();

    /**
     * The time of day as this node believes it: offset, drifting, and subject to jumps back and forth.
     *
     * @return nanoseconds since the simulation began, as this node believes; may be negative
     */
    long wall();
}
