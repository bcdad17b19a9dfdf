package dev.orrery.sim.history.synthetic;

/** A lie that is told once, when so many operations have been served and somebody can be lied to. */
final class Lie {
    private final long after;
    private long served;
    private boolean told;

    /** @param after how many operations are served before it */
    Lie(long after) {
        this.after = after;
    }

    /** An operation is about to be served. */
    void comeNearer() {
        served++;
    }

    /** Whether to tell it now, to somebody who hears it: true once. */
    boolean isDue(boolean heard) {
        boolean due = heard && served > after && !told;
        told |= due;
        return due;
    }
}
