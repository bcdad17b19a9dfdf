package dev.orrery.sim.fault;

import dev.orrery.sim.time.Durations;

/** What the numbers of a fault must satisfy, and the plain words for those that do not. */
final class Parameters {
    private Parameters() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void between(long least, long most, String name, long value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " is from " + least + " to " + most + ", not " + value);
        }
    }

    static void someTime(String name, long nanos) {
        if (nanos <= 0) {
            throw new IllegalArgumentException(name + " is more than 0, not " + Durations.format(nanos));
        }
    }

    static void notNegative(String name, long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(name + " is at least 0, not " + Durations.format(nanos));
        }
    }
}
