package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In a register, whoever found a value, or would have had to, needs all that may have written it then; if nobody can
 * have, it needs one who wrote it at another time. A compare-and-set that found some other value needs all changes that it
 * may have met. What was certainly overwritten before an operation began, it cannot have met.
 */
final class RegisterNeeds implements Needs.Rule {

    /**
     * Some changes in the order of invocation.
     *
     * @param latestReturns by place in the list, the latest return of those until there
     */
    private record Changes(List<Integer> operations, List<Integer> latestReturns) {
        Changes() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        void add(int operation, int returned) {
            int before = operations.isEmpty() ? -1 : latestReturns.get(operations.size() - 1);
            operations.add(operation);
            latestReturns.add(Math.max(before, returned));
        }
    }

    private static final Changes NONE = new Changes(List.of(), List.of());

    private final Model<?> model;
    private final List<Interval> object;
    private final Map<Optional<Object>, Changes> writers = new LinkedHashMap<>();
    private final Changes changes = new Changes();
    /** By operation: the latest invocation of a write or deletion that was over before, -1 if there is none. */
    private final int[] overwritten;

    RegisterNeeds(Model<?> model, List<Interval> object) {
        this.model = model;
        this.object = object;
        for (int i = 0; i < object.size(); i++) {
            Interval change = object.get(i);
            if (!model.onlyLooks(change.operation())) {
                changes.add(i, change.returned());
                writers.computeIfAbsent(written(change.operation()), v -> new Changes())
                        .add(i, change.returned());
            }
        }
        overwritten = new int[object.size()];
        List<Interval> overwriting = object.stream()
                .filter(interval -> model.overwrites(interval.operation()))
                .sorted(Comparator.comparingInt(Interval::returned))
                .toList();
        int over = 0;
        int latest = -1;
        for (int i = 0; i < object.size(); i++) {
            while (over < overwriting.size() && overwriting.get(over).precedes(object.get(i))) {
                latest = Math.max(latest, overwriting.get(over++).invoked());
            }
            overwritten[i] = latest;
        }
    }

    private static Optional<Object> written(Operation operation) {
        return Optional.ofNullable(operation.input() instanceof CompareAndSet change ? change.to() : operation.input());
    }

    @Override
    public boolean isMet(int i, BitSet some) {
        Changes wanted = wanted(i);
        List<Integer> met = met(i, wanted);
        if (foundAnother(i) || !met.isEmpty()) {
            return met.stream().allMatch(some::get);
        }
        List<Integer> whoever = wanted.operations();
        return whoever.isEmpty() || whoever.stream().anyMatch(some::get);
    }

    @Override
    public void addNeeded(int i, BitSet some) {
        Changes wanted = wanted(i);
        List<Integer> met = met(i, wanted);
        met.forEach(some::set);
        int writers = wanted.operations().size();
        if (met.isEmpty() && !foundAnother(i) && writers > 0) {
            some.set(wanted.operations().get(writers - 1));
        }
    }

    /** Who wrote the value that an operation found, all changes if it found some other one, none if it found nothing. */
    private Changes wanted(int i) {
        Operation operation = object.get(i).operation();
        if (foundAnother(i)) {
            return changes;
        }
        if (operation.input() instanceof CompareAndSet change) {
            return writers.getOrDefault(Optional.ofNullable(change.from()), NONE);
        }
        return model.onlyLooks(operation) && object.get(i).isAnswered()
                ? writers.getOrDefault(Optional.ofNullable(operation.output()), NONE)
                : NONE;
    }

    /** Whether an operation is a compare-and-set that found some other value. */
    private boolean foundAnother(int i) {
        Operation operation = object.get(i).operation();
        return operation.input() instanceof CompareAndSet && Boolean.FALSE.equals(operation.output());
    }

    /** Those that an operation may have met, but for itself. */
    private List<Integer> met(int i, Changes some) {
        List<Integer> met = new ArrayList<>();
        for (int k = begunBefore(object.get(i).returned(), some.operations()) - 1;
                k >= 0 && some.latestReturns().get(k) > overwritten[i];
                k--) {
            int change = some.operations().get(k);
            if (object.get(change).returned() > overwritten[i] && change != i) {
                met.add(change);
            }
        }
        return met;
    }

    private int begunBefore(int place, List<Integer> some) {
        int low = 0;
        int high = some.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (object.get(some.get(middle)).invoked() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
