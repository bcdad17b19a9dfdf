/**
 * The central lock: one server, a queue, leases. The yardstick for all others: three messages an entry, and one server
 * whose crash stops everybody.
 */
@NullMarked
package dev.orrery.algorithms.lock.central;

import org.jspecify.annotations.NullMarked;
