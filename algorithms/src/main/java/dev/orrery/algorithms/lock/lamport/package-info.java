/**
 * Lamport's mutual exclusion (Time, Clocks, and the Ordering of Events in a Distributed System, CACM 1978): a request to all, an
 * answer from all, a release to all. 3(N-1) messages an entry; one crash blocks everybody.
 */
@NullMarked
package dev.orrery.algorithms.lock.lamport;

import org.jspecify.annotations.NullMarked;
