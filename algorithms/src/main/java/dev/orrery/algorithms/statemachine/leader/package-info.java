/**
 * What replicated state machines with a leader have in common when they are looked at from outside, whatever algorithm
 * elects the leader: who led when, and why nobody was answered for a while. It goes by what replicas report: the role
 * {@code leader}, the numbers {@code term} and {@code commit}, the note {@code election-started}.
 */
@NullMarked
package dev.orrery.algorithms.statemachine.leader;

import org.jspecify.annotations.NullMarked;
