/** Sweeps of short scenarios. */
@NullMarked
package dev.orrery.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
