/**
 * A lock on Raft, as Hazelcast's FencedLock and the locks of etcd and Chubby have it: a replicated table with an owner, a fence
 * and a line of those that wait, and sessions that end when their client is not heard of for a lease.
 *
 * <p>A replicated state machine has no clock. Its time is what leaders say has passed, as in LogCabin (Ongaro's dissertation
 * §6.3): each leader proposes how long it has led since it last did. That never runs ahead of true time, so no session ends
 * before its client knows.
 */
@NullMarked
package dev.orrery.algorithms.lock.raft;

import org.jspecify.annotations.NullMarked;
