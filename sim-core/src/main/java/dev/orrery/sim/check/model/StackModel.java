package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A stack, last in, first out: {@code push} of a value, whose answer is not looked at, and {@code pop} answered with the
 * value, or null if the stack was empty.
 */
public final class StackModel implements Model<Sequence> {

    @Override
    public Sequence initial() {
        return Sequence.EMPTY;
    }

    @Override
    public @Nullable Sequence step(Sequence stack, Operation operation) {
        return switch (operation.f()) {
            case "push" -> stack.with(Asked.input(operation));
            case "pop" -> Asked.canBeAnswered(operation, stack.last()) ? stack.withoutLast() : null;
            default -> throw Asked.unknown(operation, "stack");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return operation.f().equals("pop") && Asked.wasAnswered(operation) && operation.output() == null;
    }
}
