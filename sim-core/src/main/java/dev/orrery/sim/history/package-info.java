/**
 * What the clients of a run asked for and what they were told: the only thing a black-box check may look at.
 *
 * <p>An operation is invoked once and completes at most once: {@code ok} (it took effect and this was the answer),
 * {@code fail} (it certainly never took effect) or {@code info} (nobody knows: it may have taken effect, may do so at any
 * later time, or never). One that never completed is as unknown as {@code info}. The order in which the history was
 * appended is the real-time order of the run, so operations at the same nanosecond are ordered too.
 *
 * <p>The notion is Herlihy and Wing's (Linearizability: a correctness condition for concurrent objects, TOPLAS 1990);
 * the three ways to complete, and the text form that {@link dev.orrery.sim.history.EdnWriter} writes, are those of
 * Jepsen.
 */
@NullMarked
package dev.orrery.sim.history;

import org.jspecify.annotations.NullMarked;
