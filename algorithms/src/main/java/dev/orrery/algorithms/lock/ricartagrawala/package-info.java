/**
 * The algorithm of Ricart and Agrawala (An Optimal Algorithm for Mutual Exclusion in Computer Networks, CACM 1981): ask all, wait
 * for all replies; who is inside, or has asked earlier, replies later. 2(N-1) messages an entry; one crash blocks everybody.
 */
@NullMarked
package dev.orrery.algorithms.lock.ricartagrawala;

import org.jspecify.annotations.NullMarked;
