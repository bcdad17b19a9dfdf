/**
 * What a run found, as records that never change and as the document {@code result.json}.
 *
 * <p>A result holds all that a person or a program needs to judge a run without running it again, and the three things
 * that reproduce it: scenario, seed and version. Times are virtual nanoseconds.
 */
@NullMarked
package dev.orrery.scenarios.result;

import org.jspecify.annotations.NullMarked;
