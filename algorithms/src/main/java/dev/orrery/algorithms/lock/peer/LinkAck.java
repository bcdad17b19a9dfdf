package dev.orrery.algorithms.lock.peer;

import dev.orrery.sim.node.Message;

/**
 * Everything on a link has come, up to a number. One stands for many messages; no algorithm counts it.
 *
 * @param upTo the number of the last message that has come after all before it
 */
record LinkAck(long upTo) implements Message {}
