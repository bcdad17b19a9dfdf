/**
 * What can be wrong with transactions, and which levels of isolation rule it out.
 *
 * <p>Levels and most anomalies are Adya's (Weak Consistency, 1999; Adya, Liskov and O'Neil, Generalized Isolation Level
 * Definitions, ICDE 2000). Snapshot isolation is the generalized one of Cerone and Gotsman (Analysing Snapshot Isolation,
 * PODC 2016): a cycle in which no two anti-dependencies follow each other refutes it. The strong and strong session forms
 * are those of Daudjee and Salem (Lazy Database Replication with Snapshot Isolation, VLDB 2006).
 */
@NullMarked
package dev.orrery.sim.check.transaction.isolation;

import org.jspecify.annotations.NullMarked;
