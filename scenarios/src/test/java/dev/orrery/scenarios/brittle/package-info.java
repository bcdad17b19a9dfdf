/** A system that breaks in ways of which it is known what they take, to see what is found out about them. */
@NullMarked
package dev.orrery.scenarios.brittle;

import org.jspecify.annotations.NullMarked;
