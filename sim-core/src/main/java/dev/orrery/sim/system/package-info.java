/**
 * What a scenario's {@code system:} names: how the processes of a cluster are built, what operations its clients can ask
 * for, which checks apply.
 *
 * <p>A system is put under the simulator by implementing three small interfaces: {@link
 * dev.orrery.sim.system.SystemProvider}, found by {@link java.util.ServiceLoader}, describes it; {@link
 * dev.orrery.sim.system.Cluster} is one run's instance of it; {@link dev.orrery.sim.system.Client} is the end of it that
 * asks. A user's jar adds its own by being on the class path.
 */
@NullMarked
package dev.orrery.sim.system;

import org.jspecify.annotations.NullMarked;
