/**
 * The generic campaign: a few scenarios with ordinary faults and an ordinary workload, all checks on, which no planted bug knows
 * of. It finds the bugs that are planted in an algorithm, and finds nothing in the algorithm without one; that is what says how
 * much a run without a finding is worth.
 *
 * <p>Its scenarios are in the library's folder {@code campaign}, and its runs are those of {@link
 * dev.orrery.scenarios.sweep.Sweep}. The idea is that of mutation testing, with bugs that were seen in the wild.
 */
@NullMarked
package dev.orrery.scenarios.campaign;

import org.jspecify.annotations.NullMarked;
