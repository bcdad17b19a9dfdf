package dev.orrery.algorithms.lock.lamport;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * Rule 1: a peer asks to be let in.
 *
 * @param time the timestamp
 */
record LamportRequest(long number, long time) implements Numbered {}
