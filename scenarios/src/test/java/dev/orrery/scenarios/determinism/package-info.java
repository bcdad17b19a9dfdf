/** The proof that a run is a function of scenario, seed and version, and of nothing else. */
@NullMarked
package dev.orrery.scenarios.determinism;

import org.jspecify.annotations.NullMarked;
