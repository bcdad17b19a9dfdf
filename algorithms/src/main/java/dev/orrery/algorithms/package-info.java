/**
 * What is simulated: real implementations of hashing, locks and consensus, one package each, named as in the papers
 * they follow.
 *
 * <p>They meet the world only through the host that the clockwork gives them, so the same rules of determinism hold.
 */
@NullMarked
package dev.orrery.algorithms;

import org.jspecify.annotations.NullMarked;
