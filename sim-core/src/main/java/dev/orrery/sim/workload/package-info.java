/**
 * What clients do: a {@link dev.orrery.sim.workload.Workload} says what is asked for next, a {@link
 * dev.orrery.sim.workload.Load} how often, and {@link dev.orrery.sim.workload.LoadGenerator} is the process that asks and
 * writes down what happened.
 *
 * <p>An open loop asks at its own pace whether or not it is answered, and its latencies count from the moment at which it
 * meant to ask, so that a stall shows in all operations that it kept waiting (Tene, How NOT to Measure Latency, 2015).
 */
@NullMarked
package dev.orrery.sim.workload;

import org.jspecify.annotations.NullMarked;
