package dev.orrery.algorithms.paxos.multi;

/**
 * How many acceptors each phase takes. Only a quorum of phase 1 and one of phase 2 need to have an acceptor in common
 * (Howard, Malkhi and Spiegelman, Flexible Paxos: Quorum Intersection Revisited, OPODIS 2016): of five acceptors, four may
 * elect and two may choose.
 *
 * @param acceptors how many there are, at least 1
 * @param phase1 how many promises make a leader, from 1 to all
 * @param phase2 how many acceptances choose a value, from 1 to all
 */
public record Quorums(int acceptors, int phase1, int phase2) {
    /**
     * Checks that the two meet.
     *
     * @throws IllegalArgumentException if they need not, or one is out of its range; the message says which and why
     */
    public Quorums {
        requireInRange("phase-1", phase1, acceptors);
        requireInRange("phase-2", phase2, acceptors);
        if (phase1 + phase2 <= acceptors) {
            throw new IllegalArgumentException(
                    "quorums of " + phase1 + " in phase 1 and " + phase2 + " in phase 2 need not" + " meet among "
                            + acceptors + " acceptors: together they take more than " + acceptors);
        }
    }

    private static void requireInRange(String phase, int quorum, int acceptors) {
        if (quorum < 1 || quorum > acceptors) {
            throw new IllegalArgumentException(
                    "a " + phase + " quorum is from 1 to " + acceptors + " acceptors, not " + quorum);
        }
    }

    /** Majorities in both phases, of which any two meet. */
    public static Quorums majorities(int acceptors) {
        return new Quorums(acceptors, acceptors / 2 + 1, acceptors / 2 + 1);
    }

    /**
     * The sizes that were chosen, where 0 stands for the least that fits the other one, and for a majority if both are 0.
     *
     * @throws IllegalArgumentException as the constructor does
     */
    public static Quorums of(int acceptors, int phase1, int phase2) {
        if (phase1 == 0 && phase2 == 0) {
            return majorities(acceptors);
        }
        return new Quorums(
                acceptors,
                phase1 == 0 ? acceptors + 1 - phase2 : phase1,
                phase2 == 0 ? acceptors + 1 - phase1 : phase2);
    }
}
