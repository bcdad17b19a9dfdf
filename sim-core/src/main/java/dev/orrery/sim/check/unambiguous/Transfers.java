package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What went into a queue or a stack and came out again, value by value, where each value goes in once. Operations are
 * known by their place in the list, values by a number.
 *
 * <p>A value that was put in by an operation of unknown outcome, and never came out, is left out, as it may never have
 * gone in.
 */
final class Transfers {
    static final int NONE = -1;
    /** When that happens which never does; after every place. */
    static final int AFTER_ALL = Integer.MAX_VALUE - 2;

    /** A value came out again. */
    private record SecondTake(int value, int operation) {}

    private final List<Interval> object;
    private final Map<Object, Integer> numbers = new LinkedHashMap<>();
    private final List<Integer> puts = new ArrayList<>();
    private final List<Integer> takes = new ArrayList<>();
    private final List<Integer> empties = new ArrayList<>();
    /** The place of the first take of which nobody knows what it took, if anything. */
    private int firstUnknownTake = Interval.NEVER;

    private final List<SecondTake> secondTakes = new ArrayList<>();
    private @Nullable Ruling ruling;

    private int[] values = new int[0];
    private int[] putInvoked = new int[0];
    private int[] putReturned = new int[0];
    private int[] takeInvoked = new int[0];
    private int[] takeReturned = new int[0];

    /**
     * Reads the operations.
     *
     * @param put the name of what puts a value in
     * @param take the name of what takes one out, or finds none
     */
    Transfers(List<Interval> object, String put, String take) {
        this.object = object;
        for (int i = 0; i < object.size() && ruling == null; i++) {
            Operation operation = object.get(i).operation();
            if (operation.f().equals(put) && operation.input() != null) {
                put(i, operation.input());
            } else if (operation.f().equals(take)) {
                take(i, operation.output());
            } else {
                ruling = new Ruling.DoesNotApply("operation " + operation.index() + " is a " + operation.f());
            }
        }
        if (ruling == null) {
            match();
        }
    }

    private int number(Object value) {
        Integer known = numbers.putIfAbsent(value, numbers.size());
        if (known != null) {
            return known;
        }
        puts.add(NONE);
        takes.add(NONE);
        return puts.size() - 1;
    }

    private void put(int i, Object value) {
        int number = number(value);
        if (puts.get(number) != NONE) {
            ruling = new Ruling.DoesNotApply(value + " is put in twice");
        }
        puts.set(number, i);
    }

    private void take(int i, @Nullable Object value) {
        if (!object.get(i).isAnswered()) {
            firstUnknownTake = Math.min(firstUnknownTake, object.get(i).invoked());
        } else if (value == null) {
            empties.add(i);
        } else if (takes.get(number(value)) != NONE) {
            secondTakes.add(new SecondTake(number(value), i));
        } else {
            takes.set(number(value), i);
        }
    }

    private void match() {
        for (SecondTake second : secondTakes) {
            ruling = ruling == null
                    ? illegal(puts.get(second.value()), takes.get(second.value()), second.operation())
                    : ruling;
        }
        int count = puts.size();
        putInvoked = new int[count];
        putReturned = new int[count];
        takeInvoked = new int[count];
        takeReturned = new int[count];
        values = new int[count];
        int live = 0;
        for (int value = 0; value < count && ruling == null; value++) {
            int put = puts.get(value);
            int take = takes.get(value);
            if (put == NONE) {
                ruling = illegal(take);
            } else if (take == NONE) {
                takeInvoked[value] = AFTER_ALL;
                takeReturned[value] = AFTER_ALL + 1;
                if (object.get(put).isAnswered()) {
                    values[live++] = value;
                }
            } else if (object.get(take).precedes(object.get(put))) {
                ruling = illegal(put, take);
            } else {
                values[live++] = value;
                takeInvoked[value] =
                        Math.max(object.get(take).invoked(), object.get(put).invoked());
                takeReturned[value] = object.get(take).returned();
            }
            if (put != NONE) {
                putInvoked[value] = object.get(put).invoked();
                putReturned[value] = Math.min(object.get(put).returned(), takeReturned[value]);
            }
        }
        values = Arrays.copyOf(values, live);
    }

    /** What is already clear from the values alone, or null. */
    @Nullable
    Ruling ruling() {
        return ruling;
    }

    /** The values that went in. */
    int[] values() {
        return values;
    }

    int put(int value) {
        return puts.get(value);
    }

    /** Who took it out, or NONE. */
    int take(int value) {
        return takes.get(value);
    }

    /** Operations that found nothing. */
    List<Integer> empties() {
        return Collections.unmodifiableList(empties);
    }

    int[] putInvoked() {
        return putInvoked;
    }

    /** When a value was in at the latest, also since it was taken out by then. */
    int[] putReturned() {
        return putReturned;
    }

    /** When a value came out at the earliest, also since it only went in then; AFTER_ALL if it never did. */
    int[] takeInvoked() {
        return takeInvoked;
    }

    int[] takeReturned() {
        return takeReturned;
    }

    /** Certainly in, from one place to another. */
    Presence presence() {
        return new Presence(values, putReturned, takeInvoked);
    }

    /**
     * That these operations clash, unless one of the values that nobody is known to have taken out may have been taken
     * out in time by somebody of whom nobody knows what he took.
     */
    Ruling illegal(int... operations) {
        TreeSet<Integer> clash = new TreeSet<>();
        for (int operation : operations) {
            clash.add(operation);
        }
        clash.remove(NONE);
        int end = clash.stream()
                .map(object::get)
                .filter(Interval::isAnswered)
                .mapToInt(Interval::returned)
                .max()
                .orElse(0);
        boolean isExcused = firstUnknownTake < end && clash.stream().anyMatch(this::putsWhatStays);
        return isExcused
                ? new Ruling.DoesNotApply("somebody may have taken out what nobody is known to have taken")
                : new Ruling.Illegal(clash.stream().map(object::get).toList());
    }

    private boolean putsWhatStays(int operation) {
        Object value = object.get(operation).operation().input();
        return value != null && takes.get(number(value)) == NONE;
    }

    /** That something was found empty although something was always there. */
    Ruling notEmpty(int empty, Presence presence) {
        List<Integer> cover = presence.cover(
                object.get(empty).invoked() + 1, object.get(empty).returned());
        int[] clash = new int[2 * cover.size() + 1];
        clash[0] = empty;
        for (int i = 0; i < cover.size(); i++) {
            clash[2 * i + 1] = puts.get(cover.get(i));
            clash[2 * i + 2] = takes.get(cover.get(i));
        }
        return illegal(clash);
    }

    /** A gap in which an operation that found nothing may have looked, or NONE. */
    int emptyGap(int empty, Presence presence) {
        int gap = presence.firstFree(
                object.get(empty).invoked() + 1, object.get(empty).returned());
        return gap == Presence.NONE ? NONE : gap;
    }
}
