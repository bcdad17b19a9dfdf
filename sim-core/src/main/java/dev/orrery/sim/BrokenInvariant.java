package dev.orrery.sim;

/**
 * An invariant that threw instead of judging, and was not asked again: nobody knows whether it held.
 *
 * @param invariant its name
 * @param thrown what it threw
 * @param at virtual time in nanoseconds
 * @param event the how-manieth event of the run it was, from 1, as the digest counts them
 */
public record BrokenInvariant(String invariant, Throwable thrown, long at, long event) {}
