package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * RELEASE: the peer has left.
 *
 * @param fence its fencing token
 */
record Release(long number, long time, long fence) implements Numbered {}
