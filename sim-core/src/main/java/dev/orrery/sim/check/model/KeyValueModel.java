package dev.orrery.sim.check.model;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * One key of a key-value store: a value, or none. Values are compared with {@code equals}, so the number 1 must always be
 * of the same type.
 *
 * <table>
 * <caption>Its operations</caption>
 * <tr><th>f<th>input<th>answer
 * <tr><td>read<td>none<td>the value, null for none
 * <tr><td>write<td>the value<td>not looked at
 * <tr><td>cas<td>a {@link CompareAndSet}<td>{@code true} if the value was {@code from} and is now {@code to},
 *     {@code false} if it was another one and still is; a cas that was answered anything else has no legal order
 * <tr><td>delete<td>none<td>not looked at
 * </table>
 */
public final class KeyValueModel implements Model<KeyValueModel.Value> {

    /**
     * What one key holds.
     *
     * @param held null for none
     */
    public record Value(@Nullable Object held) {}

    private static final Value NOTHING = new Value(null);

    @Override
    public Value initial() {
        return NOTHING;
    }

    @Override
    public @Nullable Value step(Value value, Operation operation) {
        return switch (operation.f()) {
            case "read" -> Asked.wasAnswered(operation) && !value.equals(new Value(operation.output())) ? null : value;
            case "write" -> new Value(operation.input());
            case "delete" -> NOTHING;
            case "cas" -> {
                CompareAndSet change = change(operation);
                boolean matches = value.equals(new Value(change.from()));
                if (Asked.wasAnswered(operation) && !Boolean.valueOf(matches).equals(operation.output())) {
                    yield null;
                }
                yield matches ? new Value(change.to()) : value;
            }
            default -> throw Asked.unknown(operation, "key-value store");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return switch (operation.f()) {
            case "read" -> true;
            case "write", "delete" -> false;
            case "cas" -> Boolean.FALSE.equals(operation.output());
            default -> throw Asked.unknown(operation, "key-value store");
        };
    }

    @Override
    public boolean overwrites(Operation operation) {
        return switch (operation.f()) {
            case "write", "delete" -> true;
            case "read", "cas" -> false;
            default -> throw Asked.unknown(operation, "key-value store");
        };
    }

    @Override
    public String describe(Value value) {
        return value.held() == null ? "nothing" : value.held().toString();
    }

    private static CompareAndSet change(Operation operation) {
        if (operation.input() instanceof CompareAndSet change) {
            return change;
        }
        throw new IllegalArgumentException("operation " + operation.index() + ", a cas, was asked with "
                + operation.input() + ", not from and to");
    }
}
