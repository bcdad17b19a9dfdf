/**
 * Did each client see what it may expect of its own session, and of causes and effects?
 *
 * <p>The guarantees are those of Terry and others (Session guarantees for weakly consistent replicated data, PDIS 1994),
 * each judged by itself, and causal consistency as Bouajjani and others characterize it (On verifying causal consistency,
 * POPL 2017). A store that is linearizable gives all of them; one that reads from replicas may lose them one by one.
 *
 * <p>A guarantee about one key is broken if there is no order of its versions that agrees with it. Of lists the order is
 * known. Of registers it is not, so only that is found which contradicts itself, by what several sessions saw, by a
 * compare-and-set, or since nil comes first: what is found is there, but not all that is there is found.
 */
@NullMarked
package dev.orrery.sim.check.session;

import org.jspecify.annotations.NullMarked;
