package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Operation;
import java.util.Optional;

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
public final class KeyValueModel implements Model<Optional<Object>> {

    @Override
    public Optional<Object> initial() {
        return Optional.empty();
    }

    @Override
    public boolean answers(Optional<Object> value, Operation operation) {
        return switch (operation.f()) {
            case "read" -> value.equals(Optional.ofNullable(operation.output()));
            case "write", "delete" -> true;
            case "cas" -> Boolean.valueOf(matches(value, operation)).equals(operation.output());
            default -> throw unknown(operation);
        };
    }

    @Override
    public Optional<Object> after(Optional<Object> value, Operation operation) {
        return switch (operation.f()) {
            case "read" -> value;
            case "write" -> Optional.ofNullable(operation.input());
            case "delete" -> Optional.empty();
            case "cas" ->
                matches(value, operation)
                        ? Optional.ofNullable(change(operation).to())
                        : value;
            default -> throw unknown(operation);
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return switch (operation.f()) {
            case "read" -> true;
            case "write", "delete" -> false;
            case "cas" -> Boolean.FALSE.equals(operation.output());
            default -> throw unknown(operation);
        };
    }

    @Override
    public boolean overwrites(Operation operation) {
        return switch (operation.f()) {
            case "write", "delete" -> true;
            case "read", "cas" -> false;
            default -> throw unknown(operation);
        };
    }

    @Override
    public String describe(Optional<Object> value) {
        return value.map(Object::toString).orElse("nothing");
    }

    private static boolean matches(Optional<Object> value, Operation operation) {
        return value.equals(Optional.ofNullable(change(operation).from()));
    }

    private static CompareAndSet change(Operation operation) {
        if (operation.input() instanceof CompareAndSet change) {
            return change;
        }
        throw new IllegalArgumentException("operation " + operation.index() + ", a cas, was asked with "
                + operation.input() + ", not from and to");
    }

    private static IllegalArgumentException unknown(Operation operation) {
        return new IllegalArgumentException("operation " + operation.index() + " is a " + operation.f()
                + ", which a key-value store does not know");
    }
}
