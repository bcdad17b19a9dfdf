/**
 * What can be inferred from histories of a bank: reads of all accounts, between which nothing but transfers happens
 * (Jepsen's bank workload).
 */
@NullMarked
package dev.orrery.sim.check.transaction.bank;

import org.jspecify.annotations.NullMarked;
