/**
 * Maekawa's algorithm (A square root N Algorithm for Mutual Exclusion in Decentralized Systems, ACM TOCS 1985): a peer asks only a
 * quorum, any two of which meet. INQUIRE, FAILED and YIELD (there RELINQUISH) undo deadlocks; with the FAILED that Sanders
 * (The Information Structure of Distributed Mutual Exclusion Algorithms, ACM TOCS 1987) found missing.
 */
@NullMarked
package dev.orrery.algorithms.lock.maekawa;

import org.jspecify.annotations.NullMarked;
