package dev.orrery.sim.disk;

/**
 * What a kill left of the changes that were not synced. A change is a write, a truncation, or a change of names.
 *
 * @param kept changes that survived whole
 * @param lost changes of which nothing is left
 * @param torn writes of which a part survived
 */
public record CrashReport(int kept, int lost, int torn) {}
