package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A number that begins at 0: {@code add} of a whole number, {@code increment}, {@code decrement}, and {@code read}. Their
 * answers are not looked at, but for that of a read.
 */
public final class CounterModel implements Model<Long> {

    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public @Nullable Long step(Long count, Operation operation) {
        return switch (operation.f()) {
            case "add" -> count + Asked.number(operation, 0);
            case "increment" -> count + 1;
            case "decrement" -> count - 1;
            case "read" -> !Asked.wasAnswered(operation) || isNumber(operation.output(), count) ? count : null;
            default -> throw Asked.unknown(operation, "counter");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return operation.f().equals("read");
    }

    @Override
    public boolean commute(Operation one, Operation other) {
        return onlyLooks(one) == onlyLooks(other);
    }

    private static boolean isNumber(@Nullable Object answer, long count) {
        return answer instanceof Number number && number.longValue() == count;
    }
}
