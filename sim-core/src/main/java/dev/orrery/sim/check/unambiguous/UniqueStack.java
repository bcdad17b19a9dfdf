package dev.orrery.sim.check.unambiguous;

import static dev.orrery.sim.check.unambiguous.Transfers.NONE;

import dev.orrery.sim.history.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stack, last in, first out, onto which each value goes once.
 *
 * <p>A value that need not be there at any moment goes on and off at one point, whatever else is on the stack. Of the
 * others, those whose certain presence hangs together in time lie on one value that was there first and left last: any
 * value will do that may have been, since what is left is no harder without it; if there is none, the history is not
 * linearizable. Without that value the others fall into stretches of time, each of which is a stack of its own. An empty
 * stack was found only where nothing is certainly there ({@link Presence}). This takes O(n h log n) for a stack of height h
 * (after Lee and Mathur, Efficient decrease-and-conquer linearizability monitoring, OOPSLA 2025).
 *
 * <p>Out of reach are histories that are illegal unless a pop of unknown outcome took the right value off.
 */
public final class UniqueStack implements FastPath {

    @Override
    public Ruling judge(List<Interval> object) {
        Transfers transfers = new Transfers(object, "push", "pop");
        Ruling clear = transfers.ruling();
        return clear == null ? new Judgement(object, transfers).judge() : clear;
    }

    /** Something to do: to place one operation, or to take a stretch of time apart. */
    private sealed interface Task {}

    private record Place(int operation, int gap, int rank) implements Task {}

    private record TakeApart(List<Integer> values) implements Task {}

    private record Step(int gap, int rank, List<Integer> operations) {}

    private static final class Judgement {
        private final List<Interval> object;
        private final Transfers transfers;
        private final Deque<Task> tasks = new ArrayDeque<>();
        private final List<Step> steps = new ArrayList<>();

        Judgement(List<Interval> object, Transfers transfers) {
            this.object = object;
            this.transfers = transfers;
        }

        Ruling judge() {
            Presence presence = transfers.presence();
            for (int empty : transfers.empties()) {
                int gap = transfers.emptyGap(empty, presence);
                if (gap == NONE) {
                    return transfers.notEmpty(empty, presence);
                }
                steps.add(new Step(gap, 1, List.of(empty)));
            }
            tasks.push(new TakeApart(certainlyThere()));
            while (!tasks.isEmpty()) {
                Task task = tasks.pop();
                if (task instanceof Place place) {
                    steps.add(new Step(place.gap(), place.rank(), List.of(place.operation())));
                } else if (task instanceof TakeApart stretch) {
                    List<Integer> bottomless = takeApart(stretch.values());
                    if (!bottomless.isEmpty()) {
                        return transfers.illegal(bottomless.stream()
                                .flatMapToInt(value -> IntStream.of(transfers.put(value), transfers.take(value)))
                                .toArray());
                    }
                }
            }
            steps.sort(Comparator.comparingInt(Step::gap).thenComparingInt(Step::rank));
            return new Ruling.Legal(steps.stream()
                    .flatMap(step -> step.operations().stream())
                    .map(object::get)
                    .toList());
        }

        /** Places the values that need not be there at any moment, and returns the others in the order of arrival. */
        private List<Integer> certainlyThere() {
            List<Integer> there = new ArrayList<>();
            for (int value : transfers.values()) {
                if (transfers.putReturned()[value] < transfers.takeInvoked()[value]) {
                    there.add(value);
                } else {
                    steps.add(new Step(
                            transfers.takeInvoked()[value] + 1,
                            1,
                            List.of(transfers.put(value), transfers.take(value))));
                }
            }
            there.sort(Comparator.comparingInt(value -> transfers.putReturned()[value]));
            return there;
        }

        /** Splits values where nothing is certainly there; returns those of a part that has no bottom, or none. */
        private List<Integer> takeApart(List<Integer> values) {
            List<Task> parts = new ArrayList<>();
            int begin = 0;
            int end = -1;
            for (int i = 0; i <= values.size(); i++) {
                boolean ends = i == values.size() || (i > begin && transfers.putReturned()[values.get(i)] > end);
                if (ends && i > begin) {
                    List<Integer> part = values.subList(begin, i);
                    int bottom = bottom(part, end);
                    if (bottom == NONE) {
                        return part;
                    }
                    addPart(part, bottom, end, parts);
                    begin = i;
                }
                end = i == values.size() ? end : Math.max(end, transfers.takeInvoked()[values.get(i)]);
            }
            for (int i = parts.size() - 1; i >= 0; i--) {
                tasks.push(parts.get(i));
            }
            return List.of();
        }

        private void addPart(List<Integer> part, int bottom, int end, List<Task> parts) {
            List<Integer> rest = new ArrayList<>(part);
            rest.remove(Integer.valueOf(bottom));
            parts.add(new Place(transfers.put(bottom), transfers.putReturned()[part.get(0)], 2));
            if (!rest.isEmpty()) {
                parts.add(new TakeApart(rest));
            }
            if (transfers.take(bottom) != NONE) {
                parts.add(new Place(transfers.take(bottom), end + 1, 0));
            }
        }

        /** A value that may have been pushed before the first push was over and popped after the last pop began. */
        private int bottom(List<Integer> part, int lastTake) {
            int firstPut = transfers.putReturned()[part.get(0)];
            for (int value : part) {
                if (transfers.putInvoked()[value] < firstPut && transfers.takeReturned()[value] > lastTake) {
                    return value;
                }
            }
            return NONE;
        }
    }
}
