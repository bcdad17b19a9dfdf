package dev.orrery.sim.check.transaction.isolation;

/**
 * How far transactions are kept apart, by what Adya's dependency graphs may not contain (Weak Consistency: A Generalized
 * Theory and Optimistic Implementations for Distributed Transactions, 1999).
 */
public enum Isolation {
    /** PL-1: no cycle of writes alone. */
    READ_UNCOMMITTED("read-uncommitted", 0b00001),
    /** PL-2: nothing is read of what was aborted or not finished, and no information flows in a circle. */
    READ_COMMITTED("read-committed", 0b00011),
    /**
     * PL-SI, generalized: each transaction reads a snapshot, perhaps an old one, and of two that overlap and write the same
     * key one aborts.
     */
    SNAPSHOT_ISOLATION("snapshot-isolation", 0b00111),
    /** PL-2.99: serializable as far as single objects go; predicates are another matter. */
    REPEATABLE_READ("repeatable-read", 0b01011),
    /** PL-3: there is one order of all transactions in which each would have seen the same. */
    SERIALIZABLE("serializable", 0b11111);

    private final String text;
    private final int implied;

    Isolation(String text, int implied) {
        this.text = text;
        this.implied = implied;
    }

    /** Its usual name, in lower case with hyphens. */
    public String text() {
        return text;
    }

    /** Whether what satisfies this satisfies the other one too; each implies itself. */
    public boolean implies(Isolation other) {
        return (implied & other.implied) == other.implied;
    }
}
