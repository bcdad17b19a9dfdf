package dev.orrery.sim;

import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * An invariant that did not hold.
 *
 * @param invariant its name
 * @param message what is wrong, in plain words
 * @param node at whose event it showed, or null when a sweep over all nodes found it
 * @param at virtual time in nanoseconds
 * @param event the how-manieth event of the run it was, from 1, as the digest counts them
 */
public record Violation(
        String invariant, String message, @Nullable NodeId node, long at, long event) {}
