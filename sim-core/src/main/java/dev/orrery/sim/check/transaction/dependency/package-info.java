/**
 * Graphs of which transactions must come before which others, and the cycles in them, which are what is wrong.
 *
 * <p>The graphs are Adya's direct serialization graphs, with the order of sessions and of real time added as Elle does
 * (Kingsbury and Alvaro, VLDB 2020). All is in flat arrays, and no step takes more than in proportion to the number of edges: "all of
 * these before all of those" goes through nodes that stand for no transaction ({@link
 * dev.orrery.sim.check.transaction.dependency.Fan}, {@link
 * dev.orrery.sim.check.transaction.dependency.RealTimeOrder}).
 */
@NullMarked
package dev.orrery.sim.check.transaction.dependency;

import org.jspecify.annotations.NullMarked;
