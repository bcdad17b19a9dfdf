package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.require;

import dev.orrery.sim.time.DurationRange;
import org.jspecify.annotations.Nullable;

/**
 * A fault, when it begins, and how long it lasts.
 *
 * @param fault what
 * @param timing when
 * @param length how long, drawn each time ({@code for} in the scenario language); null: until the heal, or the end of the
 *     run. Only a fault that {@link Fault#lasts} takes one
 */
public record PlannedFault(
        Fault fault, Timing timing, @Nullable DurationRange length) {
    /** Checks that what is meant can be. */
    public PlannedFault {
        require(length == null || fault.lasts(), fault.kind() + " happens at once and takes no length");
        require(
                !fault.target().reporter() || timing instanceof Timing.When,
                "only a fault that waits for a report can hit the reporter");
    }
}
