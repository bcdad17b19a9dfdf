/**
 * Very many runs of one scenario, each with another seed, and what they found.
 *
 * <p>A sweep runs one simulation on each thread, and the simulations share nothing. Of each run only what adds up is kept,
 * in a {@code Tally}: sums, the smallest seeds of each failure's signature, and samples of bounded size. Tallies of different
 * seeds add up to the same whatever their order, so the summary of a sweep has the same bytes whether it ran on one thread
 * or on eight, in one go or with interruptions, on one machine or in parts on many.
 *
 * <p>What is left to find is estimated after Good and Turing: the share of runs that came through a situation which no
 * other run came through is what a further run is expected to show something new with (I. J. Good, <em>The population
 * frequencies of species and the estimation of population parameters</em>, Biometrika 40, 1953). Where no run of n failed,
 * at most 3/n of all fail, at a confidence of 95 % (Hanley and Lippman-Hand, <em>If nothing goes wrong, is everything all
 * right?</em>, JAMA 249, 1983). The mix of random faults is drawn for each seed (Groce et al., <em>Swarm testing</em>,
 * ISSTA 2012).
 */
@NullMarked
package dev.orrery.scenarios.sweep;

import org.jspecify.annotations.NullMarked;
