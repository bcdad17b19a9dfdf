package dev.orrery.sim.check.certificate;

/** What went wrong, where it has a name. */
public enum Anomaly {
    /** A read answered a value that had been replaced before the read began. */
    STALE_READ("stale-read"),
    /** A value was brought in and nobody took it out, and it is not there. */
    LOST_VALUE("lost-value"),
    /** An answer holds a value that nobody ever brought in, or only an operation that failed. */
    GARBAGE_VALUE("garbage-value"),
    /** An answer holds a value that was brought in only later. */
    FUTURE_READ("future-read"),
    /** A value that was brought in once was taken out more than once. */
    DUPLICATE_VALUE("duplicate-value"),
    /** A lock was given to somebody while somebody else held it. */
    TWO_HOLDERS("two-holders"),
    /** A lock was given with a fencing token that is no greater than an earlier one. */
    FENCE_REGRESSION("fence-regression"),
    /** The answers cannot all be true, and what went wrong has no name. */
    NO_ORDER("no-order");

    private final String code;

    Anomaly(String code) {
        this.code = code;
    }

    /** As results name it, in lower case with hyphens. */
    public String code() {
        return code;
    }
}
