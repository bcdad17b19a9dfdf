/**
 * Histories of transactions, taken apart: what each did to which key, in the form of Jepsen's and Elle's workloads.
 */
@NullMarked
package dev.orrery.sim.check.transaction.log;

import org.jspecify.annotations.NullMarked;
