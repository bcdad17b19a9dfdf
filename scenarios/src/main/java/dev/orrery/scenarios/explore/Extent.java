package dev.orrery.scenarios.explore;

/**
 * Who asks for how much in a search.
 *
 * @param clients how many of the scenario's clients ask at most
 * @param operations how many operations each of them asks for, one after the other
 */
public record Extent(int clients, int operations) {
    /** Two clients with one operation each. */
    public static final Extent DEFAULT = new Extent(2, 1);

    /** Checks the numbers. */
    public Extent {
        if (clients < 0 || operations < 0) {
            throw new IllegalArgumentException("0 clients or more ask for 0 operations or more");
        }
    }
}
