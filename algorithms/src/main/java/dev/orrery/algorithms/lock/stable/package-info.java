/**
 * Numbers that a lock's processes must not forget: how often they have booted, and what they have promised.
 */
@NullMarked
package dev.orrery.algorithms.lock.stable;

import org.jspecify.annotations.NullMarked;
