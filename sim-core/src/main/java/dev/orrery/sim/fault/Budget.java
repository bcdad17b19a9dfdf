package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.require;

/**
 * What an algorithm need survive of a nemesis. A fault beyond it is held back, and the result says so.
 *
 * @param wiped how many servers may lose their disk; at least 0, by default 0: what a quorum promised is worth nothing once
 *     one of it has forgotten
 * @param damaged how many servers may have a disk whose durable bytes were changed (rotten, misdirected, failed to sync),
 *     wiped ones among them; -1, the default, for a minority
 * @param lost how many servers may be down for good, damaged ones among them; -1, the default, for a minority
 */
public record Budget(int wiped, int damaged, int lost) {
    /** No wipe; damage and loss of a minority. */
    public static final Budget MINORITY = new Budget(0, -1, -1);

    /** Checks the numbers. */
    public Budget {
        require(wiped >= 0, "a number of wiped servers is at least 0, not " + wiped);
        require(damaged >= -1, "a number of damaged servers is at least 0, not " + damaged);
        require(lost >= -1, "a number of lost servers is at least 0, not " + lost);
    }
}
