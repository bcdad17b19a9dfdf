/**
 * The trace of a run: what happened, in order, each event with the one that caused it.
 *
 * <p>While a run goes on, events are appended to arrays of numbers with one object each; they become text only when
 * somebody asks, since text costs more than the simulation itself. A trace kept in memory holds the last so many events,
 * and one that is streamed writes events out as they leave memory. Both give the same bytes.
 *
 * <p>The text is JSON, one object a line: a header, then the events, then an {@code end} with a hash of all bytes before
 * it. It is written by hand and not by a library, since values are of few shapes, bytes must be the same on every release
 * of everything, and a streamed trace is bounded by this.
 */
@NullMarked
package dev.orrery.sim.trace;

import org.jspecify.annotations.NullMarked;
