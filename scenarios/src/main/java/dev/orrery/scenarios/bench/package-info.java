/**
 * How fast the simulator is, as ratios: each workpiece is measured against a bare loop that does the same without the
 * simulator, in the same process and in turns, so that a noisy machine slows both alike.
 */
@NullMarked
package dev.orrery.scenarios.bench;

import org.jspecify.annotations.NullMarked;
