/** A system that does what no system may, to see that it is told so. */
@NullMarked
package dev.orrery.scenarios.trickster;

import org.jspecify.annotations.NullMarked;
