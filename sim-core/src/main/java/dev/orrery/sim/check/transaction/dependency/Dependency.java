package dev.orrery.sim.check.transaction.dependency;

import dev.orrery.sim.check.transaction.isolation.Ordering;

/** Why one transaction must come before another one. */
public enum Dependency {
    /** Write dependency: the other one wrote a version that follows one that this one wrote. */
    WW(1),
    /** Read dependency: the other one read what this one wrote. */
    WR(2),
    /** Anti-dependency: this one read a version that the other one replaced. */
    RW(4),
    /** This one comes before the other one in their session. */
    PROCESS(8),
    /** This one completed before the other one was invoked. */
    REAL_TIME(16),
    /** No reason of its own: goes on from a node that stands for no transaction. */
    ONWARD(32),
    /** {@link #WW}, where it is real time that puts the one version before the other. */
    WW_BY_TIME(64),
    /** {@link #RW}, where it is real time that puts the one version before the other. */
    RW_BY_TIME(128);

    /** All that happens between data: no order of sessions and none of time. */
    static final int DATA = 1 | 2 | 4;

    private static final Dependency[] BY_CODE = values();

    private final int bit;

    Dependency(int bit) {
        this.bit = bit;
    }

    /** One bit for a set of dependencies. */
    int bit() {
        return bit;
    }

    /** A small number for arrays. */
    byte code() {
        return (byte) Integer.numberOfTrailingZeros(bit);
    }

    static Dependency of(byte code) {
        return BY_CODE[code];
    }

    /** Whether it is an anti-dependency. */
    boolean isAnti() {
        return this == RW || this == RW_BY_TIME;
    }

    /** The write dependencies that follow if versions are in this order too. */
    static int laterWrites(Ordering ordering) {
        return ordering == Ordering.REAL_TIME ? WW_BY_TIME.bit : 0;
    }

    /** The anti-dependencies that follow if versions are in this order too. */
    static int laterReads(Ordering ordering) {
        return ordering == Ordering.REAL_TIME ? RW_BY_TIME.bit : 0;
    }

    /** All that follows if versions are in this order too. */
    static int later(Ordering ordering) {
        return laterWrites(ordering) | laterReads(ordering);
    }

    /** The dependencies that this order adds. */
    static int of(Ordering ordering) {
        return switch (ordering) {
            case NONE -> 0;
            case SESSION -> PROCESS.bit;
            case REAL_TIME -> REAL_TIME.bit;
        };
    }
}
