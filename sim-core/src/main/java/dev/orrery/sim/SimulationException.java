package dev.orrery.sim;

import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.Durations;

/** A run that cannot go on: a handler threw, or time stands still. The message names the seed, the time and the node. */
public final class SimulationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String what;

    SimulationException(Seed seed, long at, String what) {
        super(place(seed, at) + what);
        this.what = what;
    }

    SimulationException(Seed seed, long at, String what, String lastEvents, Throwable cause) {
        super(place(seed, at) + what + lastEvents, cause);
        this.what = what;
    }

    private static String place(Seed seed, long at) {
        return "seed " + seed.brief() + ", at " + Durations.format(at) + ": ";
    }

    /** Which node did what, without the seed and the time, and without the events before it. */
    public String what() {
        return what;
    }
}
