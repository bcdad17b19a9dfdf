package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * LOCKED: the vote is given.
 *
 * @param time the request that it answers
 * @param fence the greatest fencing token that the voter knows
 */
record Locked(long number, long time, long fence) implements Numbered {}
