/**
 * How fast the simulator and its checks are, as ratios: each workpiece is measured against a bare loop that does the same
 * without the simulator, or a pass over the same history, in the same process and in turns, so that a noisy machine slows
 * both alike.
 */
@NullMarked
package dev.orrery.scenarios.bench;

import org.jspecify.annotations.NullMarked;
