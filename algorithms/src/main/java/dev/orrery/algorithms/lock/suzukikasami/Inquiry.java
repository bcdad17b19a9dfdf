package dev.orrery.algorithms.lock.suzukikasami;

import dev.orrery.sim.node.Message;

/**
 * Is the token lost? Who has none promises to take none that is older than the new one would be.
 *
 * @param generation of the new token
 * @param sequence the request that has waited too long
 */
record Inquiry(long generation, long sequence) implements Message {}
