/**
 * The proof that goes with a verdict: an order of the operations for a legal history, which {@link
 * dev.orrery.sim.check.certificate.Replay} examines, and for an illegal one the few operations that cannot be, with what is
 * wrong with each order of them.
 *
 * <p>Nobody has to trust a search: both proofs are short, and are examined by code that shares nothing with it. That
 * checkers of linearizability are wrong now and then, and that their users cannot see why a history is illegal, is the
 * common complaint about them.
 */
@NullMarked
package dev.orrery.sim.check.certificate;

import org.jspecify.annotations.NullMarked;
