/**
 * The properties of a replicated state machine, whatever algorithm keeps its log, as invariants of its replicas (Schneider,
 * Implementing Fault-Tolerant Services Using the State Machine Approach, ACM Computing Surveys 1990).
 */
@NullMarked
package dev.orrery.algorithms.statemachine.check;

import org.jspecify.annotations.NullMarked;
