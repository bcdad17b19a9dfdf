package dev.orrery.algorithms.lock.lamport;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * Rule 2: a peer has seen a request.
 *
 * @param time a timestamp later than that of the request
 */
record LamportReply(long number, long time) implements Numbered {}
