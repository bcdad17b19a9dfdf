package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several registers that are read and written together. Its one operation is {@code txn}, asked with a list of steps
 * {@code [:r key nil]} and {@code [:w key value]}, and answered with the same list in which the reads have their values.
 * A step sees the ones before it in its list.
 */
public final class MultiRegisterModel implements Model<Map<Object, Object>> {

    private record Step(
            boolean writes, Object key, @Nullable Object value) {}

    @Override
    public Map<Object, Object> initial() {
        return new LinkedHashMap<>();
    }

    /** All registers are one object, since one operation may be about several of them. */
    @Override
    public @Nullable Object object(Operation operation) {
        return null;
    }

    @Override
    public @Nullable Map<Object, Object> step(Map<Object, Object> registers, Operation operation) {
        boolean answered = Asked.wasAnswered(operation) && operation.output() != null;
        List<Step> steps = steps(operation, answered ? operation.output() : operation.input());
        Map<Object, Object> after = new LinkedHashMap<>(registers);
        for (Step step : steps) {
            if (!step.writes()) {
                if (Asked.wasAnswered(operation) && !Objects.equals(after.get(step.key()), step.value())) {
                    return null;
                }
            } else if (step.value() == null) {
                after.remove(step.key());
            } else {
                after.put(step.key(), step.value());
            }
        }
        return after;
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return steps(operation, operation.input()).stream().noneMatch(Step::writes);
    }

    private static List<Step> steps(Operation operation, @Nullable Object value) {
        if (!operation.f().equals("txn")) {
            throw Asked.unknown(operation, "multi-register");
        }
        if (value instanceof List<?> steps) {
            return steps.stream().map(step -> step(operation, step)).toList();
        }
        throw malformed(operation, value);
    }

    private static Step step(Operation operation, @Nullable Object step) {
        if (step instanceof List<?> parts && parts.size() == 3 && parts.get(1) != null) {
            String f = String.valueOf(parts.get(0));
            Object key = Objects.requireNonNull(parts.get(1));
            switch (f) {
                case "r", ":r" -> {
                    return new Step(false, key, parts.get(2));
                }
                case "w", ":w" -> {
                    return new Step(true, key, parts.get(2));
                }
                default -> {}
            }
        }
        throw malformed(operation, step);
    }

    private static IllegalArgumentException malformed(Operation operation, @Nullable Object value) {
        return new IllegalArgumentException("operation " + operation.index() + ", a txn, has " + value
                + " where [:r key value] or [:w key value] is expected");
    }
}
