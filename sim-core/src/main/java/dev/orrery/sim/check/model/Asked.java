package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the models here ask of an operation. */
final class Asked {
    private Asked() {}

    /** Whether the operation was answered, so that its output counts. */
    static boolean wasAnswered(Operation operation) {
        return operation.outcome() == Operation.Outcome.OK;
    }

    /** Whether the operation was refused because of the state it met. */
    static boolean wasRefused(Operation operation) {
        return wasAnswered(operation) && Boolean.FALSE.equals(operation.output());
    }

    /** Whether the operation can have been answered by this. */
    static boolean canBeAnswered(Operation operation, @Nullable Object answer) {
        return !wasAnswered(operation) || Objects.equals(operation.output(), answer);
    }

    /** What it was asked with; an {@link IllegalArgumentException} if that is nothing. */
    static Object input(Operation operation) {
        if (operation.input() == null) {
            throw new IllegalArgumentException(
                    "operation " + operation.index() + ", " + operation.f() + ", was asked with nothing");
        }
        return operation.input();
    }

    /** A whole number that it was asked with, or another one if that is nothing. */
    static long number(Operation operation, long otherwise) {
        if (operation.input() == null) {
            return otherwise;
        }
        if (operation.input() instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("operation " + operation.index() + ", " + operation.f() + ", was asked with "
                + operation.input() + ", which is no number");
    }

    /** To throw for an operation that a model does not know. */
    static IllegalArgumentException unknown(Operation operation, String object) {
        return new IllegalArgumentException(
                "operation " + operation.index() + " is a " + operation.f() + ", which a " + object + " does not know");
    }
}
