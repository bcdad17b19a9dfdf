/**
 * Which program this is. A run is a pure function of scenario, seed and version, so every result names all three.
 */
@NullMarked
package dev.orrery.scenarios.version;

import org.jspecify.annotations.NullMarked;
