/**
 * Runs again what a trace holds, and compares event by event: the proof that a run is a function of scenario, seed and
 * version.
 */
@NullMarked
package dev.orrery.scenarios.replay;

import org.jspecify.annotations.NullMarked;
