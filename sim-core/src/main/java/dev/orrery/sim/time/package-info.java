/**
 * Durations as people write them. Inside the simulator time is a {@code long} of nanoseconds; this package stands at the
 * edge, where scenarios, options and messages say {@code 1.5ms}.
 */
@NullMarked
package dev.orrery.sim.time;

import org.jspecify.annotations.NullMarked;
