/**
 * The order of events: what happens next, and the proof afterwards that the same things happened.
 *
 * <p>Events are ordered by (time, sequence): of two events at one time, the one that was scheduled first comes first, so
 * the order never depends on how a queue breaks ties. Primitive arrays hold the queue, since its speed bounds that of
 * every run.
 */
@NullMarked
package dev.orrery.sim.engine;

import org.jspecify.annotations.NullMarked;
