package dev.orrery.algorithms.lock.suzukikasami;

import dev.orrery.sim.node.Message;

/**
 * REQUEST(j, n): a peer asks for the token.
 *
 * @param sequence n, the number of the request among those of its peer
 */
record TokenRequest(long sequence) implements Message {}
