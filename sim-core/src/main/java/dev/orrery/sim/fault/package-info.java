/**
 * What can go wrong in a run, and when, and for whom: faults as plain records, a plan of them, and the injector that
 * carries the plan out on a simulation.
 *
 * <p>A plan says <i>what</i> (a {@link dev.orrery.sim.fault.Fault}), <i>when</i> (a {@link dev.orrery.sim.fault.Timing}: at a
 * time, every so often, or when the system reports something), <i>for how long</i>, and <i>to whom</i> (a
 * {@link dev.orrery.sim.fault.Target}, resolved when the fault begins). What was done is a plan again, of times and names
 * only, and gives the same run.
 *
 * <p>The kinds are the union of what Jepsen's nemeses, FoundationDB's simulator (Zhou et al., SIGMOD 2021), TigerBeetle's
 * VOPR, Cassandra's simulator and Chaos Mesh inject. Drawing the mix itself for each run is swarm testing (Groce et al.,
 * ISSTA 2012).
 */
@NullMarked
package dev.orrery.sim.fault;

import org.jspecify.annotations.NullMarked;
