package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.certificate.Explanation.Attempt;
import dev.orrery.sim.check.certificate.Explanation.Refusal;
import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All ways to begin an order of a few operations that cannot go on, and why they cannot. One that gets no farther than
 * another is left out.
 */
final class DeadEnds<S> {
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_TOLD = 8;

    private record Reached<S>(BitSet placed, S state) {}

    private record DeadEnd(BitSet answered, Attempt attempt) {}

    private final Model<S> model;
    private final List<Interval> few;
    private final Set<@Nullable Object> answers = new LinkedHashSet<>();
    private final Set<Reached<S>> seen = new LinkedHashSet<>();
    private final List<DeadEnd> found = new ArrayList<>();
    private final BitSet placed = new BitSet();
    private final Deque<Integer> order = new ArrayDeque<>();
    private int steps;

    private DeadEnds(Model<S> model, List<Interval> few) {
        this.model = model;
        this.few = few;
        answers.add(null);
        answers.add(true);
        answers.add(false);
        for (Interval interval : few) {
            answers.add(interval.operation().output());
            answers.addAll(Values.brought(interval.operation()));
        }
    }

    /** The attempts that get farthest, the longest first; at most a handful. */
    static <S> List<Attempt> of(Model<S> model, List<Interval> few) {
        DeadEnds<S> search = new DeadEnds<>(model, few);
        search.goOn(model.initial());
        return search.found.stream()
                .filter(end -> search.found.stream().noneMatch(other -> isLess(end.answered(), other.answered())))
                .sorted(Comparator.comparingInt(end -> -end.answered().cardinality()))
                .limit(MOST_TOLD)
                .map(DeadEnd::attempt)
                .toList();
    }

    private static boolean isLess(BitSet small, BitSet large) {
        BitSet rest = (BitSet) small.clone();
        rest.andNot(large);
        return rest.isEmpty() && small.cardinality() < large.cardinality();
    }

    private void goOn(S state) {
        if (++steps > MOST_STEPS || !seen.add(new Reached<>((BitSet) placed.clone(), state))) {
            return;
        }
        boolean goesOn = false;
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            if (!isNext(i)) {
                continue;
            }
            Operation operation = few.get(i).operation();
            S next = model.step(state, operation);
            if (next == null) {
                refusals.add(new Refusal(operation.index(), why(state, operation)));
            } else if (few.get(i).isAnswered() || !next.equals(state)) {
                goesOn = true;
                placed.set(i);
                order.addLast(operation.index());
                goOn(next);
                order.removeLast();
                placed.clear(i);
            }
        }
        if (!goesOn) {
            BitSet answered = (BitSet) placed.clone();
            for (int i = 0; i < few.size(); i++) {
                answered.set(i, placed.get(i) && few.get(i).isAnswered());
            }
            found.add(new DeadEnd(answered, new Attempt(List.copyOf(order), model.describe(state), refusals)));
        }
    }

    /** Whether it is not placed, and all that was over before it began is. */
    private boolean isNext(int i) {
        for (int j = 0; j < few.size(); j++) {
            if (!placed.get(j) && few.get(j).precedes(few.get(i))) {
                return false;
            }
        }
        return !placed.get(i);
    }

    /** Tries other answers, to say which one would have been right. */
    private String why(S state, Operation operation) {
        String given = Words.value(operation.output());
        Set<@Nullable Object> others = new LinkedHashSet<>(answers);
        if (state instanceof Collection<?>) {
            others.add(state);
        }
        for (Object other : others) {
            if (operation.outcome() == Outcome.OK && canBe(state, answering(operation, other))) {
                return "should have answered " + Words.value(other) + ", not " + given;
            }
        }
        return operation.output() == null ? "cannot be" : "could not have answered " + given;
    }

    /** Not every answer makes sense to every model; one that makes none cannot be. */
    private boolean canBe(S state, Operation operation) {
        try {
            return model.step(state, operation) != null;
        } catch (IllegalArgumentException senseless) {
            return false;
        }
    }

    private static Operation answering(Operation operation, @Nullable Object answer) {
        return new Operation(
                operation.index(),
                operation.process(),
                operation.client(),
                operation.f(),
                operation.key(),
                operation.input(),
                answer,
                operation.intendedAt(),
                operation.invokedAt(),
                operation.completedAt(),
                operation.outcome(),
                operation.error());
    }
}
