/**
 * The clockwork: what every simulation is made of, and nothing that knows what is simulated.
 *
 * <p>A run is a pure function of scenario, seed and version. One thread runs it, virtual time is a {@code long} of
 * nanoseconds, and events are ordered by time and then by sequence. Nothing in here reads a clock, starts a thread or
 * touches a file; the build refuses what would.
 */
@NullMarked
package dev.orrery.sim;

import org.jspecify.annotations.NullMarked;
