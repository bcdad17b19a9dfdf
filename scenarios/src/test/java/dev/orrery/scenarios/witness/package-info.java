/** A system for tests in which no fault goes unseen. */
@NullMarked
package dev.orrery.scenarios.witness;

import org.jspecify.annotations.NullMarked;
