/**
 * In which order a run's events happen: that of time, or one that looks for bugs.
 *
 * <p>Most bugs of distributed systems need few events in a certain order, and an order in time with random latencies hits
 * it seldom, since every event is drawn near where the others are. Probabilistic concurrency testing (Burckhardt et al., A
 * Randomized Scheduler with Probabilistic Guarantees of Finding Bugs, ASPLOS 2010; for messages Ozkan et al., Randomized
 * Testing of Distributed Systems with Probabilistic Guarantees, OOPSLA 2018) gives whole chains of events priorities, and
 * changes few of them.
 */
@NullMarked
package dev.orrery.sim.schedule;

import org.jspecify.annotations.NullMarked;
