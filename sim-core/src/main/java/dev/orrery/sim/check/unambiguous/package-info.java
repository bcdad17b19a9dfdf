/**
 * Fast verdicts on histories in which it is plain who saw whom: each value is written, added, enqueued or pushed once, or
 * each lock is released by who took it.
 *
 * <p>To find out whether any history is linearizable takes exponential time in the worst case; for these it takes about
 * the time to sort them, however many clients are at work at once. A {@link
 * dev.orrery.sim.check.unambiguous.FastPath} either gives a verdict with its proof, or says that the history is not of its
 * kind.
 *
 * <p>Registers are judged by the zones of Gibbons and Korach (Testing shared memories, SIAM J. Comput. 1997); collections
 * along the lines of Bouajjani, Emmi, Enea and Hamza (On reducing linearizability to state reachability, ICALP 2015),
 * Emmi and Enea (Sound, complete, and tractable linearizability monitoring for concurrent collections, POPL 2018), and Lee
 * and Mathur (Efficient decrease-and-conquer linearizability monitoring, OOPSLA 2025).
 */
@NullMarked
package dev.orrery.sim.check.unambiguous;

import org.jspecify.annotations.NullMarked;
