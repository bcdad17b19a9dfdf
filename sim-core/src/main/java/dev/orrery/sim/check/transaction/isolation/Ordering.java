package dev.orrery.sim.check.transaction.isolation;

/** Which transactions must take effect one after the other, beside what the data say. */
public enum Ordering {
    /** None. */
    NONE("", 0),
    /** Those of one session, in the order in which it asked. */
    SESSION("-process", 1),
    /** Any two of which one completed before the other was invoked; those of one session are among them. */
    REAL_TIME("-realtime", 2);

    private final String suffix;
    private final int strength;

    Ordering(String suffix, int strength) {
        this.suffix = suffix;
        this.strength = strength;
    }

    /** What the name of an anomaly ends with that needs this order to be one. */
    public String suffix() {
        return suffix;
    }

    /** Whether this orders all that the other one orders. */
    public boolean implies(Ordering other) {
        return strength >= other.strength;
    }
}
