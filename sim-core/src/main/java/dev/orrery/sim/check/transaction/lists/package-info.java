/**
 * What can be inferred from histories of transactions that append to lists and read them.
 *
 * <p>A list shows in which order its elements were appended, so the order of versions, and with it nearly all
 * dependencies, are known rather than guessed (Kingsbury and Alvaro, Elle, VLDB 2020, section 4). Each element is appended
 * to a key at most once, or nothing is inferred from that key.
 *
 * <p><b>What is found is there.</b> A cycle, or any other anomaly, is in each history that the store may have had.
 * <b>What is there is found</b> for every level with one exception: of appends that nobody read it is known only that they
 * follow the longest read, not how they follow each other. For serializability and read committed that is enough. Snapshot
 * isolation may be violated by two concurrent transactions that both append to a key what nobody ever reads.
 */
@NullMarked
package dev.orrery.sim.check.transaction.lists;

import org.jspecify.annotations.NullMarked;
