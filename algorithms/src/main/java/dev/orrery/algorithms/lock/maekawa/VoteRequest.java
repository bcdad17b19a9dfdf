package dev.orrery.algorithms.lock.maekawa;

import dev.orrery.algorithms.lock.peer.Numbered;

/**
 * REQUEST: a peer asks for a vote.
 *
 * @param time the sequence number, which names the request
 */
record VoteRequest(long number, long time) implements Numbered {}
