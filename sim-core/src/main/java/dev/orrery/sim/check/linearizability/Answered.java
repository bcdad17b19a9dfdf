package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.Operation;

/**
 * An operation that was answered and so must be placed before its return.
 *
 * @param slot its number among the operations open at the same time; free again once it has returned
 * @param onlyLooks whether placing it changes no state
 */
record Answered(Operation operation, int slot, boolean onlyLooks) {}
