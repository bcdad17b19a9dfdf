package dev.orrery.sim.check.certificate;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Operation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that operations carry into an object and out of it; those in lists and sets count one by one. */
final class Values {
    private Values() {}

    /** What an operation writes, adds, pushes or enqueues. What is added to a number is no value of its own. */
    static Set<Object> brought(Operation operation) {
        Set<Object> values = new LinkedHashSet<>();
        switch (operation.f()) {
            case "inc", "increment", "dec", "decrement", "acquire", "release" -> {}
            default ->
                flatten(operation.input() instanceof CompareAndSet change ? change.to() : operation.input(), values);
        }
        return values;
    }

    /** What an answered operation found. */
    static Set<Object> found(Operation operation) {
        Set<Object> values = new LinkedHashSet<>();
        if (operation.input() instanceof CompareAndSet change) {
            if (Boolean.TRUE.equals(operation.output())) {
                flatten(change.from(), values);
            }
        } else {
            flatten(operation.output(), values);
        }
        return values;
    }

    private static void flatten(@Nullable Object value, Set<Object> values) {
        if (value instanceof Collection<?> collection) {
            collection.forEach(element -> flatten(element, values));
        } else if (value != null && !(value instanceof Boolean)) {
            values.add(value);
        }
    }
}
