package dev.orrery.algorithms.encoding;

/** The byte that says what kind of value follows. A number that was written once never means anything else. */
final class Tags {
    static final byte NULL = 0;
    static final byte FALSE = 1;
    static final byte TRUE = 2;
    static final byte LONG = 3;
    static final byte INTEGER = 4;
    static final byte STRING = 5;
    static final byte LIST = 6;
    static final byte COMPARE_AND_SET = 7;

    private Tags() {}
}
