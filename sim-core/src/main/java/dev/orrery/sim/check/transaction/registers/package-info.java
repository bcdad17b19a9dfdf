/**
 * What can be inferred from histories of transactions that write registers and read them. Each value is written to a key
 * at most once, or nothing is inferred from that key.
 *
 * <p><b>What is found is there.</b> Nothing is assumed about the store: versions are put in an order only where each other
 * order would violate the level in question. Elle needs options for that ({@code wfr-keys?}, {@code linearizable-keys?});
 * here they follow from the level.
 *
 * <ul>
 *   <li>Nil comes before every value.
 *   <li>What a transaction read of a key before it wrote there comes before what it wrote: otherwise there would be a G1c.
 *   <li>For snapshot isolation and above in real time, what somebody had who completed before another one was invoked
 *       comes before what that one had: otherwise there would be a read of what was replaced long before.
 * </ul>
 *
 * <p><b>Not all that is there is found</b>, since a register does not tell which of two blind writes came first; finding
 * all is NP-complete (Papadimitriou, The serializability of concurrent database updates, JACM 1979). No G0 is ever found.
 * Where each key is written once, as in long-fork histories, all versions are in order, and all is found.
 */
@NullMarked
package dev.orrery.sim.check.transaction.registers;

import org.jspecify.annotations.NullMarked;
