/**
 * The workload {@code critical-section}: acquire, use what the lock guards, release; and the process that does it.
 */
@NullMarked
package dev.orrery.algorithms.lock.section;

import org.jspecify.annotations.NullMarked;
