package dev.orrery.sim;

import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.Durations;

/** A run that cannot go on: a handler threw, or time stands still. The message names the seed, the time and the node. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SimulationException(Seed seed, long at, String what) {
        super("seed " + seed.brief() + ", at " + Durations.format(at) + ": " + what);
    }

    SimulationException(Seed seed, long at, String what, Throwable cause) {
        super("seed " + seed.brief() + ", at " + Durations.format(at) + ": " + what, cause);
    }
}
