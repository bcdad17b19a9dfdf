package dev.orrery.scenarios.bench;

/** Something that can be done again and again, piece by piece. */
@FunctionalInterface
interface Workpiece {

    /**
     * Does some more.
     *
     * @param events about how many events, at least 1
     * @return how many it were
     */
    long run(long events);
}
