/**
 * An example of a user's own system, as it would be in a jar of its own: found by {@link java.util.ServiceLoader} through
 * {@code META-INF/services/dev.orrery.sim.system.SystemProvider}, and named {@code notebook} in scenarios.
 *
 * <p>One server keeps a notebook, whichever others there are; clients write pages and read them. With {@code durable:
 * false} it answers before its disk has what it wrote down, and forgets it when it is killed.
 */
@NullMarked
package dev.orrery.scenarios.example;

import org.jspecify.annotations.NullMarked;
