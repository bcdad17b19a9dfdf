package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.notNegative;
import static dev.orrery.sim.fault.Parameters.someTime;

import java.util.List;

/**
 * The end of the faults: a core of servers is healed, and has to make progress. What is wrong outside the core stays wrong
 * for good.
 *
 * @param at virtual nanoseconds, at least 0
 * @param core the servers to heal; empty: a drawn quorum, the least majority of all servers that are not removed
 * @param convergeWithin how long the core may take to answer, in nanoseconds, more than 0
 */
public record Heal(long at, List<String> core, long convergeWithin) {
    /** Checks the numbers. */
    public Heal {
        notNegative("the time of the heal", at);
        core = List.copyOf(core);
        someTime("the time to converge within", convergeWithin);
    }
}
