package dev.orrery.algorithms.lock.desk;

import dev.orrery.sim.node.Message;

/**
 * Asks for the lock, or says that one still waits for it.
 *
 * @param request what the acquisition goes by, drawn by its client
 * @param pulse the number of this sign of life
 * @param waits whether to stand in line
 */
public record AcquireLock(long request, long pulse, boolean waits) implements Message {}
