/**
 * Says why a run failed, as far as running it again in other ways can tell.
 *
 * <p>Three questions, none of which asks the code under test: what can have had an influence (the happens-before cone of the
 * violation; Lamport, Time, Clocks, and the Ordering of Events in a Distributed System, 1978); which faults it takes
 * (ablation: the run without each of them, and without each two); and when it became inevitable: the share of runs that still
 * fail when all that is left to chance after some event is drawn anew, after the debugger of Antithesis.
 */
@NullMarked
package dev.orrery.scenarios.explain;

import org.jspecify.annotations.NullMarked;
