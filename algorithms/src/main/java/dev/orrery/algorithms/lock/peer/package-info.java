/**
 * What the algorithms without a server have in common: peers, each with a desk for its own clients, and links on which
 * nothing is lost, doubled or overtaken, which the papers assume.
 */
@NullMarked
package dev.orrery.algorithms.lock.peer;

import org.jspecify.annotations.NullMarked;
