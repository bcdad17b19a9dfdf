package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * In a register, whoever found a value, or would have had to, needs all that may have written it then; if nobody can
 * have, it needs one who wrote it at another time. A compare-and-set that found some other value needs all changes that it may have met. What was
 * certainly overwritten before an operation began, it cannot have met.
 */
final class RegisterNeeds implements Needs.Rule {
    private final Model<?> model;
    private final List<Interval> object;
    private final Map<Optional<Object>, List<Integer>> writers = new LinkedHashMap<>();
    private final List<Integer> changes = new ArrayList<>();
    /** By operation: the latest invocation of a write or deletion that was over before, -1 if there is none. */
    private final int[] overwritten;

    RegisterNeeds(Model<?> model, List<Interval> object) {
        this.model = model;
        this.object = object;
        for (int i = 0; i < object.size(); i++) {
            if (!model.onlyLooks(object.get(i).operation())) {
                changes.add(i);
                writers.computeIfAbsent(written(object.get(i).operation()), v -> new ArrayList<>())
                        .add(i);
            }
        }
        overwritten = new int[object.size()];
        for (int i = 0; i < object.size(); i++) {
            overwritten[i] = -1;
            for (int change : changes) {
                if (model.overwrites(object.get(change).operation())
                        && object.get(change).precedes(object.get(i))) {
                    overwritten[i] = Math.max(overwritten[i], object.get(change).invoked());
                }
            }
        }
    }

    private static Optional<Object> written(Operation operation) {
        return Optional.ofNullable(operation.input() instanceof CompareAndSet change ? change.to() : operation.input());
    }

    @Override
    public BitSet all(int i) {
        Operation operation = object.get(i).operation();
        if (operation.input() instanceof CompareAndSet && Boolean.FALSE.equals(operation.output())) {
            return met(i, changes);
        }
        List<Integer> all = writersOfFound(i);
        return all == null ? new BitSet() : met(i, all);
    }

    @Override
    public BitSet any(int i) {
        BitSet any = new BitSet();
        List<Integer> all = writersOfFound(i);
        if (all != null && met(i, all).isEmpty()) {
            all.forEach(any::set);
        }
        return any;
    }

    /** Who wrote the value that an operation found, or null if it found none. */
    private @Nullable List<Integer> writersOfFound(int i) {
        Operation operation = object.get(i).operation();
        if (operation.input() instanceof CompareAndSet change) {
            return !Boolean.FALSE.equals(operation.output())
                    ? writers.getOrDefault(Optional.ofNullable(change.from()), List.of())
                    : null;
        }
        return model.onlyLooks(operation) && object.get(i).isAnswered()
                ? writers.getOrDefault(Optional.ofNullable(operation.output()), List.of())
                : null;
    }

    private BitSet met(int i, List<Integer> some) {
        BitSet met = new BitSet();
        for (int change : some) {
            met.set(
                    change,
                    object.get(change).invoked() < object.get(i).returned()
                            && object.get(change).returned() > overwritten[i]);
        }
        return met;
    }
}
