/**
 * Paxos with bugs planted on purpose, to show that the checks find them. Each is a {@link
 * dev.orrery.algorithms.paxos.PaxosRules} of its own that overrides one decision. {@link
 * dev.orrery.algorithms.paxos.mutant.PaxosMutants} lists them.
 */
@NullMarked
package dev.orrery.algorithms.paxos.mutant;

import org.jspecify.annotations.NullMarked;
