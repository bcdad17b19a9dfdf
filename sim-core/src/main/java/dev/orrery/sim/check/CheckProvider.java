package dev.orrery.sim.check;

import java.util.List;

/** Checks that belong to no system and no workload, found by {@link java.util.ServiceLoader}: a user's own. */
public interface CheckProvider {

    /** The checks; a scenario asks for them by name, none of them is judged unasked. */
    List<Check> checks();
}
