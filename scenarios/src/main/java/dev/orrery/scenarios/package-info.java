/**
 * The application: a scenario file in, a verdict out.
 *
 * <p>Data walks forward once: text is parsed and validated into an immutable scenario, a simulation is built from it and
 * run, and the result is written to a run folder.
 */
@NullMarked
package dev.orrery.scenarios;

import org.jspecify.annotations.NullMarked;
