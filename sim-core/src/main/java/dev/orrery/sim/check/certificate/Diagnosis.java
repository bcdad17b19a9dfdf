package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Recognizes what went wrong among a few operations that are not linearizable, and says it in one plain sentence.
 *
 * @param anomaly what it is
 * @param sentence how it is said
 */
record Diagnosis(Anomaly anomaly, String sentence) {

    /**
     * Looks for what has a name.
     *
     * @param object all operations about the object
     * @param few those that matter
     * @param failed those that took no effect
     * @param stuck the one of the few that no order gets past
     */
    static Diagnosis of(
            Model<?> model, List<Interval> object, List<Interval> few, List<Operation> failed, Interval stuck) {
        Locks locks = new Locks(object, few);
        Case it = new Case(model, object, few, failed, stuck, bringers(object));
        Stream<Supplier<Optional<Diagnosis>>> all = Stream.of(
                locks::fenceRegression,
                locks::twoHolders,
                it::garbageValue,
                it::futureRead,
                it::duplicateValue,
                it::staleRead,
                it::lostValue);
        return all.map(Supplier::get).flatMap(Optional::stream).findFirst().orElseGet(it::noOrder);
    }

    /** By value, who brought it in. */
    private static Map<Object, List<Interval>> bringers(List<Interval> object) {
        Map<Object, List<Interval>> bringers = new LinkedHashMap<>();
        for (Interval interval : object) {
            for (Object value : Values.brought(interval.operation())) {
                bringers.computeIfAbsent(value, v -> new ArrayList<>()).add(interval);
            }
        }
        return bringers;
    }

    private record Case(
            Model<?> model,
            List<Interval> object,
            List<Interval> few,
            List<Operation> failed,
            Interval stuck,
            Map<Object, List<Interval>> bringers) {

        Optional<Diagnosis> garbageValue() {
            for (Interval interval : answered()) {
                Operation operation = interval.operation();
                for (Object value : Values.found(operation)) {
                    if (bringers(value).isEmpty() && !isCounted() && !canComeFirst(model, operation)) {
                        return Optional.of(new Diagnosis(
                                Anomaly.GARBAGE_VALUE, Words.nameAndClient(operation) + garbage(operation, value)));
                    }
                }
            }
            return Optional.empty();
        }

        /** What is found where nothing has happened yet was there from the beginning. */
        private static <S> boolean canComeFirst(Model<S> model, Operation operation) {
            return model.step(model.initial(), operation) != null;
        }

        private String garbage(Operation operation, Object value) {
            String which = whichValue(operation, value);
            return failed.stream()
                    .filter(refused -> Values.brought(refused).contains(value))
                    .findFirst()
                    .map(refused -> which + ", which only " + Words.nameAndClient(refused) + " "
                            + Words.brought(refused.f()) + ", and that failed")
                    .orElse(which + ", which nobody ever " + Words.brought(bringingWord()));
        }

        private static String whichValue(Operation operation, Object value) {
            return operation.output() instanceof Collection<?> all
                    ? " answered " + all + " with " + value + " in it"
                    : " answered " + Words.value(operation.output())
                            + (value.equals(operation.output()) ? "" : ", and so found " + value);
        }

        private String bringingWord() {
            return object.stream()
                    .map(Interval::operation)
                    .filter(operation -> !Values.brought(operation).isEmpty())
                    .map(Operation::f)
                    .findFirst()
                    .orElse("write");
        }

        /** Whether answers are numbers that were never brought in as such. */
        private boolean isCounted() {
            return object.stream()
                            .allMatch(interval ->
                                    Values.brought(interval.operation()).isEmpty())
                    && object.stream().anyMatch(interval -> !model.onlyLooks(interval.operation()));
        }

        Optional<Diagnosis> futureRead() {
            for (Interval interval : answered()) {
                for (Object value : Values.found(interval.operation())) {
                    List<Interval> bringers = bringers(value);
                    if (!bringers.isEmpty() && bringers.stream().allMatch(interval::precedes)) {
                        Operation late = bringers.get(0).operation();
                        Operation operation = interval.operation();
                        return Optional.of(new Diagnosis(
                                Anomaly.FUTURE_READ,
                                Words.nameAndClient(operation) + whichValue(operation, value) + " at "
                                        + Words.time(operation.completedAt()) + ", but "
                                        + Words.nameAndClient(late) + ", which " + Words.brought(late.f())
                                        + " it, began only at "
                                        + Words.time(late.invokedAt())));
                    }
                }
            }
            return Optional.empty();
        }

        Optional<Diagnosis> duplicateValue() {
            for (Interval one : answered()) {
                for (Interval other : answered()) {
                    if (one.invoked() < other.invoked() && takesOut(one) && takesOut(other)) {
                        for (Object value : Values.found(one.operation())) {
                            List<Interval> bringers = bringers(value);
                            if (Values.found(other.operation()).contains(value) && bringers.size() == 1) {
                                Operation bringer = bringers.get(0).operation();
                                return Optional.of(new Diagnosis(
                                        Anomaly.DUPLICATE_VALUE,
                                        value + " was " + passive(bringer.f()) + " once, by " + Words.name(bringer)
                                                + ", and answered twice, to " + Words.nameAndClient(one.operation())
                                                + " and to " + Words.nameAndClient(other.operation())));
                            }
                        }
                    }
                }
            }
            return Optional.empty();
        }

        private static String passive(String f) {
            return f.equals("write") ? "written" : Words.brought(f);
        }

        private boolean takesOut(Interval interval) {
            Operation operation = interval.operation();
            return !model.onlyLooks(operation) && operation.input() == null;
        }

        Optional<Diagnosis> staleRead() {
            Operation read = stuck.operation();
            if (!looksAtOneValue(read)) {
                return Optional.empty();
            }
            for (Interval later : answered()) {
                if (replaces(later, read) && later.precedes(stuck) && everyBringerIsOverBefore(later, read)) {
                    return Optional.of(new Diagnosis(
                            Anomaly.STALE_READ,
                            Words.nameAndClient(read) + " answered " + Words.value(read.output()) + ", which "
                                    + Words.nameAndClient(later.operation()) + replaced(later.operation())
                                    + " before the read began"));
                }
            }
            for (Interval earlier : answered()) {
                Operation other = earlier.operation();
                if (earlier.precedes(stuck)
                        && looksAtOneValue(other)
                        && !Values.found(other).equals(Values.found(read))) {
                    return Optional.of(new Diagnosis(
                            Anomaly.STALE_READ,
                            Words.nameAndClient(read) + " answered " + Words.value(read.output()) + " after "
                                    + Words.nameAndClient(other) + " had answered " + Words.value(other.output())
                                    + ", which is newer"));
                }
            }
            return Optional.empty();
        }

        private static String replaced(Operation later) {
            return Values.brought(later).stream()
                    .findFirst()
                    .map(value -> " had replaced with " + value)
                    .orElse(" had taken out");
        }

        private boolean looksAtOneValue(Operation operation) {
            return model.onlyLooks(operation)
                    && operation.input() == null
                    && operation.output() != null
                    && !(operation.output() instanceof Collection<?>)
                    && !isCounted();
        }

        private boolean replaces(Interval later, Operation read) {
            return !model.onlyLooks(later.operation())
                    && !Values.brought(later.operation()).equals(Values.found(read));
        }

        private boolean everyBringerIsOverBefore(Interval later, Operation read) {
            return Values.found(read).stream()
                    .flatMap(value -> bringers(value).stream())
                    .allMatch(bringer -> bringer.precedes(later));
        }

        Optional<Diagnosis> lostValue() {
            Operation operation = stuck.operation();
            boolean taken = operation.f().equals("cas") || operation.input() != null || isCounted();
            if (taken || !Values.brought(operation).isEmpty()) {
                return Optional.empty();
            }
            for (Interval bringer : answered()) {
                for (Object value : Values.brought(bringer.operation())) {
                    if (bringer.precedes(stuck) && lacks(operation, value) && isLeftAlone(value, bringer)) {
                        Operation brought = bringer.operation();
                        return Optional.of(new Diagnosis(
                                Anomaly.LOST_VALUE,
                                Words.nameAndClient(operation) + " answered " + Words.value(operation.output())
                                        + (operation.output() == null ? "" : " without " + value)
                                        + ", although " + Words.nameAndClient(brought) + " had "
                                        + passive(brought.f()) + " " + value
                                        + " before it began, and nobody took that out"));
                    }
                }
            }
            return Optional.empty();
        }

        private static boolean lacks(Operation operation, Object value) {
            return operation.output() == null
                    || (operation.output() instanceof Collection<?> all && !all.contains(value));
        }

        /** Whether nothing among the few may have taken the value out or replaced it. */
        private boolean isLeftAlone(Object value, Interval bringer) {
            return object.stream()
                    .filter(interval -> !interval.equals(bringer) && !interval.equals(stuck))
                    .filter(interval -> interval.invoked() < stuck.returned())
                    .map(Interval::operation)
                    .filter(operation -> !model.onlyLooks(operation))
                    .noneMatch(operation -> operation.f().equals("delete")
                            || Values.found(operation).contains(value)
                            || (operation.f().equals("remove") && value.equals(operation.input()))
                            || (operation.output() == null && operation.input() == null));
        }

        Diagnosis noOrder() {
            Operation operation = stuck.operation();
            String answer = operation.output() == null && operation.input() != null
                    ? ""
                    : ", which answered " + Words.value(operation.output());
            if (few.size() == 1) {
                return new Diagnosis(
                        Anomaly.NO_ORDER, Words.nameAndClient(operation) + answer + ", can never have happened");
            }
            return new Diagnosis(
                    Anomaly.NO_ORDER,
                    "no order of these " + few.size() + " operations explains all their answers: none gets past "
                            + Words.nameAndClient(operation) + answer);
        }

        private List<Interval> answered() {
            return few.stream().filter(Interval::isAnswered).toList();
        }

        private List<Interval> bringers(Object value) {
            return bringers.getOrDefault(value, List.of());
        }
    }
}
