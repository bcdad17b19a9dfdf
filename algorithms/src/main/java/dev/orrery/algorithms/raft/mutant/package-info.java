/**
 * Raft with bugs planted on purpose, to show that the checks find them. Each is a {@link
 * dev.orrery.algorithms.raft.RaftRules} of its own that overrides one decision; it names where the bug was seen in the
 * wild and the property that it breaks. {@link dev.orrery.algorithms.raft.mutant.RaftMutants} lists them.
 */
@NullMarked
package dev.orrery.algorithms.raft.mutant;

import org.jspecify.annotations.NullMarked;
