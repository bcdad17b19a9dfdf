package dev.orrery.algorithms.lock.suzukikasami;

import dev.orrery.sim.node.Message;

/**
 * The answer to an {@link Inquiry}: this peer has no token and takes none that is older.
 *
 * @param generation of the new token
 * @param sequence the last request of this peer
 * @param served the last of its requests that was served
 */
record Promise(long generation, long sequence, long served) implements Message {}
