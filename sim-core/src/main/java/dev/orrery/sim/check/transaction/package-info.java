/**
 * Were the transactions of a history isolated as the store promised?
 *
 * <p>What clients saw forces some transactions before others; a cycle among them, or a value that cannot have been seen, is
 * an anomaly, and each level of isolation is the absence of some anomalies. The idea and most names are those of Elle
 * (Kingsbury and Alvaro, Elle: Inferring Isolation Anomalies from Experimental Observations, VLDB 2020), the definitions
 * Adya's (Weak Consistency, 1999).
 */
@NullMarked
package dev.orrery.sim.check.transaction;

import org.jspecify.annotations.NullMarked;
