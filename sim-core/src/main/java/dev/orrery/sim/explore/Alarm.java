package dev.orrery.sim.explore;

/**
 * One of a node's timers.
 *
 * @param name as the process calls it
 * @param ordinal the how-manieth of those of that name that are set, from 0, in the order in which they were
 */
record Alarm(String name, int ordinal) {}
