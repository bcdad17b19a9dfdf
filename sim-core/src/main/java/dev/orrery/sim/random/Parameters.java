package dev.orrery.sim.random;

/** What the numbers that describe a distribution must satisfy. */
final class Parameters {
    private Parameters() {}

    static void atLeast(long least, String name, long value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is at least " + least + ", not " + value);
        }
    }

    static void inOrder(String lowerName, long lower, String upperName, long upper) {
        if (lower > upper) {
            throw new IllegalArgumentException(
                    lowerName + " is not above " + upperName + ": " + lower + " is above " + upper);
        }
    }
}
