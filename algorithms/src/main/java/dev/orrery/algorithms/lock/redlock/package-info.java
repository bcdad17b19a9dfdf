/**
 * Redlock, step by step as specified (Redis documentation, Distributed Locks with Redis, The Redlock Algorithm): N independent
 * stores that know nothing of each other, a key that expires in each, and a client that holds the lock when it has set the
 * key in enough of them soon enough. It gives out no fencing tokens.
 */
@NullMarked
package dev.orrery.algorithms.lock.redlock;

import org.jspecify.annotations.NullMarked;
