package dev.orrery.sim.check.linearizability;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the operations about one object while they happen. */
final class ObjectWatch<S> {
    /** When so many are remembered all the same, the object is left to the check at the end. */
    private static final int TOO_MANY = 4096;

    /** What one search may take. */
    private static final long STEPS = 200_000;

    private static final long BYTES = 16L << 20;

    /** An operation that is remembered: with the places of its events, and as far as it is known now. */
    private static final class Remembered<S> {
        final int invoked;
        Operation operation;
        int returned = Interval.NEVER;

        /** In the order that explains what was answered so far: the states before and after it, if it is in it. */
        @Nullable
        S before;

        @Nullable
        S after;

        Remembered(int invoked, Operation operation) {
            this.invoked = invoked;
            this.operation = operation;
        }

        boolean mayComeNext() {
            return before == null && operation.outcome() != Outcome.OK;
        }
    }

    private final Model<S> model;

    private final int many;

    /** Where the forgotten operations may have led, with the unknown ones that were spent there. */
    private List<Standing<S>> beginnings;

    /** The unknown operations from before, and then all since. */
    private Map<Integer, Remembered<S>> remembered = new LinkedHashMap<>();

    /** Where the order leads that explains what was answered so far; null if it is not known, but there is one. */
    private @Nullable S head;

    private int places;
    private int waiting;
    private boolean violated;
    private boolean gaveUp;

    /** @param many when so many operations are remembered, they are forgotten at the next moment at which nobody waits */
    ObjectWatch(Model<S> model, int many) {
        this.model = model;
        this.many = many;
        head = model.initial();
        beginnings = List.of(new Standing<>(model.initial(), new BitSet()));
    }

    boolean isViolated() {
        return violated;
    }

    void invoked(Operation operation) {
        if (!gaveUp) {
            remembered.put(operation.index(), new Remembered<>(places++, operation));
            waiting++;
        }
    }

    void completed(Operation operation) {
        Remembered<S> completed = remembered.get(operation.index());
        if (completed == null) {
            return;
        }
        waiting--;
        completed.operation = operation;
        switch (operation.outcome()) {
            case OK -> {
                completed.returned = places++;
                if (!goesOnWith(completed)) {
                    search();
                }
            }
            case FAIL -> {
                remembered.remove(operation.index());
                if (completed.before != null) {
                    search();
                }
            }
            case INFO, OPEN -> {}
        }
        if (remembered.size() >= TOO_MANY) {
            giveUp();
        } else if (!violated && waiting == 0 && (head == null || remembered.size() >= many)) {
            forget();
        }
    }

    /** Whether the order at hand explains this answer too, perhaps with another operation before it. */
    private boolean goesOnWith(Remembered<S> answered) {
        if (head == null) {
            return false;
        }
        if (answered.before != null) {
            return answered.after != null && answered.after.equals(model.step(answered.before, answered.operation));
        }
        S next = model.step(head, answered.operation);
        if (next != null) {
            answered.before = head;
            head = next;
            return true;
        }
        for (Remembered<S> other : remembered.values()) {
            S between = other.mayComeNext() ? model.step(head, other.operation) : null;
            next = between == null ? null : model.step(between, answered.operation);
            if (next != null) {
                other.before = head;
                other.after = between;
                answered.before = between;
                head = next;
                return true;
            }
        }
        return false;
    }

    /** Looks for any order that explains what was answered so far. */
    private void search() {
        head = null;
        Machine<S> machine = new Machine<>(model);
        List<Interval> intervals = intervals();
        Search<S> search = new Search<>(new Timeline(intervals, machine), machine, beginnings, false);
        search.advance(STEPS, BYTES);
        violated = search.verdict() == Search.Verdict.NOT_LINEARIZABLE;
        if (search.verdict() == Search.Verdict.UNDECIDED) {
            giveUp();
        }
    }

    /** Forgets all but where the operations may have led, and the unknown ones. */
    private void forget() {
        Machine<S> machine = new Machine<>(model);
        List<Standing<S>> ends =
                new Search<>(new Timeline(intervals(), machine), machine, beginnings, true).ends(STEPS);
        if (ends == null) {
            giveUp();
            return;
        }
        beginnings = ends;
        Map<Integer, Remembered<S>> unknown = new LinkedHashMap<>();
        places = 0;
        for (Remembered<S> each : remembered.values()) {
            if (!each.operation.outcome().equals(Outcome.OK) && !model.onlyLooks(each.operation)) {
                Remembered<S> kept = new Remembered<>(places++, each.operation);
                kept.before = each.before;
                unknown.put(each.operation.index(), kept);
            }
        }
        remembered = unknown;
        if (head == null) {
            Standing<S> first = beginnings.get(0);
            head = first.state();
            int u = 0;
            for (Remembered<S> each : remembered.values()) {
                each.before = first.spent().get(u++) ? first.state() : null;
            }
        }
    }

    private List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>(remembered.size());
        for (Remembered<S> each : remembered.values()) {
            intervals.add(new Interval(each.operation, each.invoked, each.returned));
        }
        return intervals;
    }

    private void giveUp() {
        gaveUp = true;
        head = null;
        remembered.clear();
    }
}
