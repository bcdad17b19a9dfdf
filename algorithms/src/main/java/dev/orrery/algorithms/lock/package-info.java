/**
 * Distributed locks: the interface of one, and the decisions that a lock's safety rests on. Each algorithm has a package of
 * its own, named as in the literature, and a system of its own, so that a scenario changes the algorithm by changing its
 * {@code system:}.
 *
 * <p>Whoever holds a lock writes to a resource, which is a process of its own: exclusion is judged at the holder and at the
 * resource separately, since a holder that is sure of its lock can still write too late (Kleppmann, How to do distributed
 * locking, 2016).
 */
@NullMarked
package dev.orrery.algorithms.lock;

import org.jspecify.annotations.NullMarked;
