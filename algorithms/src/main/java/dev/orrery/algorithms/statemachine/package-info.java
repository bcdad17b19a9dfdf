/**
 * What a consensus algorithm replicates, and how clients talk to it: a deterministic {@link
 * dev.orrery.algorithms.statemachine.StateMachine}, the {@link dev.orrery.algorithms.statemachine.Command}s it is asked,
 * and sessions that apply a command once however often its client had to send it.
 *
 * <p>Nothing here knows which algorithm agrees on the order of the commands, so that one scenario runs with either by
 * changing its system. State machine replication is Schneider's (Implementing Fault-Tolerant Services Using the State
 * Machine Approach, 1990); the client protocol and its names are those of Ongaro's dissertation (Consensus: Bridging
 * Theory and Practice, 2014), chapter 6.
 */
@NullMarked
package dev.orrery.algorithms.statemachine;

import org.jspecify.annotations.NullMarked;
