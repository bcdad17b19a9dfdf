package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list that values are appended to: {@code append} of a value, {@code read} answered with the whole list (null for the
 * empty one), {@code write} of a whole list. The answer of an append or a write is not looked at.
 */
public final class AppendModel implements Model<Sequence> {

    @Override
    public Sequence initial() {
        return Sequence.EMPTY;
    }

    @Override
    public @Nullable Sequence step(Sequence list, Operation operation) {
        return switch (operation.f()) {
            case "append" -> list.with(Asked.input(operation));
            case "write" -> Sequence.of(list(operation, operation.input()));
            case "read" ->
                !Asked.wasAnswered(operation) || list.holds(list(operation, operation.output())) ? list : null;
            default -> throw Asked.unknown(operation, "list");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return operation.f().equals("read");
    }

    @Override
    public boolean overwrites(Operation operation) {
        return operation.f().equals("write");
    }

    /** A list that begins with what was read and goes on, or begins otherwise, has left the read behind. */
    @Override
    public boolean mayYetMeet(Sequence list, Operation operation) {
        if (!operation.f().equals("read") || !Asked.wasAnswered(operation)) {
            return true;
        }
        List<?> read = list(operation, operation.output());
        return list.size() == 0
                || (list.size() <= read.size() && Objects.equals(list.last(), read.get(list.size() - 1)));
    }

    private static List<?> list(Operation operation, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException(
                "operation " + operation.index() + ", " + operation.f() + ", is about " + value + ", which is no list");
    }
}
