package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set: {@code add} and {@code remove} of an element, {@code contains} of an element answered with true or false, and
 * {@code read} answered with all elements in any order, null for none. Of an add or a remove, true says that it changed
 * the set and false that it did not; any other answer says nothing.
 */
public final class SetModel implements Model<Bag> {

    @Override
    public Bag initial() {
        return Bag.EMPTY;
    }

    @Override
    public @Nullable Bag step(Bag set, Operation operation) {
        return switch (operation.f()) {
            case "add" -> {
                Object element = Asked.input(operation);
                boolean held = set.holds(element);
                yield !mayHaveChanged(operation, !held) ? null : held ? set : set.with(element);
            }
            case "remove" -> {
                Object element = Asked.input(operation);
                boolean held = set.holds(element);
                yield !mayHaveChanged(operation, held) ? null : held ? set.without(element) : set;
            }
            case "contains" -> Asked.canBeAnswered(operation, set.holds(Asked.input(operation))) ? set : null;
            case "read" -> !Asked.wasAnswered(operation) || set.isOnly(elements(operation)) ? set : null;
            default -> throw Asked.unknown(operation, "set");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return switch (operation.f()) {
            case "read", "contains" -> true;
            default -> Asked.wasRefused(operation);
        };
    }

    @Override
    public boolean commute(Operation one, Operation other) {
        boolean bothLook = onlyLooks(one) && onlyLooks(other);
        boolean apart =
                isAboutOne(one) && isAboutOne(other) && !Asked.input(one).equals(Asked.input(other));
        boolean bothAdd = addsWhateverItMeets(one) && addsWhateverItMeets(other);
        return bothLook || apart || bothAdd;
    }

    private static boolean isAboutOne(Operation operation) {
        return !operation.f().equals("read");
    }

    private static boolean addsWhateverItMeets(Operation operation) {
        return operation.f().equals("add") && !(Asked.wasAnswered(operation) && operation.output() instanceof Boolean);
    }

    private static boolean mayHaveChanged(Operation operation, boolean changes) {
        return !(Asked.wasAnswered(operation) && operation.output() instanceof Boolean answer) || answer == changes;
    }

    private static Collection<?> elements(Operation operation) {
        if (operation.output() == null) {
            return List.of();
        }
        if (operation.output() instanceof Collection<?> elements) {
            return elements;
        }
        throw new IllegalArgumentException(
                "operation " + operation.index() + ", a read of a set, was answered " + operation.output());
    }
}
