/**
 * The planted bugs of the locks, each one overridden decision of {@link dev.orrery.algorithms.lock.LockRules}.
 */
@NullMarked
package dev.orrery.algorithms.lock.mutant;

import org.jspecify.annotations.NullMarked;
