/**
 * Sweeps as jobs of Apache Spark, for more seeds than one machine should run.
 *
 * <p>Each task is one part of the sweep, as {@code --shard} makes them, and the driver merges the parts: so the summary has
 * the same bytes as that of a sweep on one machine. Spark itself is not part of the program; {@code spark-submit} brings it.
 */
@NullMarked
package dev.orrery.scenarios.spark;

import org.jspecify.annotations.NullMarked;
