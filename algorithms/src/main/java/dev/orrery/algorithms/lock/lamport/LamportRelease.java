package dev.orrery.algorithms.lock.lamport;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * Rule 3: a peer has left.
 *
 * @param time the timestamp
 */
record LamportRelease(long number, long time) implements Numbered {}
