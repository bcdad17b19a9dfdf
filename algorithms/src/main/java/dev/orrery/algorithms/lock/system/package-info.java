/**
 * What the systems of all locks have in common: servers that run the algorithm, one more that is what the lock guards, and
 * clients that enter critical sections.
 */
@NullMarked
package dev.orrery.algorithms.lock.system;

import org.jspecify.annotations.NullMarked;
