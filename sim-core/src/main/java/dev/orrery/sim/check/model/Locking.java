package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;

/** What the models of locks ask of an operation. */
final class Locking {

    /** The fence of an acquisition whose fence nobody knows; the ones that are known are greater. */
    static final long NO_FENCE = 0;

    private Locking() {}

    /** Whether it acquires, or else releases; an {@link IllegalArgumentException} if neither. */
    static boolean acquires(Operation operation) {
        return switch (operation.f()) {
            case "acquire" -> true;
            case "release" -> false;
            default -> throw Asked.unknown(operation, "lock");
        };
    }

    /** The fencing token that an acquisition was answered with. */
    static long fence(Operation operation) {
        return operation.output() instanceof Number number ? number.longValue() : NO_FENCE;
    }
}
