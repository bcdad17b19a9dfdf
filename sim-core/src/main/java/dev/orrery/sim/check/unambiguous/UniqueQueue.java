package dev.orrery.sim.check.unambiguous;

import static dev.orrery.sim.check.unambiguous.Transfers.NONE;

import dev.orrery.sim.history.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A queue, first in, first out, into which each value goes once.
 *
 * <p>Values come out in the order in which they went in, so one must be before another if its enqueue was over before the
 * other's began, or its dequeue was. If that leaves an order, and each dequeue that found nothing had a moment at which
 * nothing was certainly there ({@link Presence}), the history is linearizable; otherwise it is not (Bouajjani, Emmi, Enea
 * and Hamza, ICALP 2015, §3; Henzinger, Sezgin and Vafeiadis, Aspect-oriented linearizability proofs, CONCUR 2013).
 * O(n log n).
 *
 * <p>Out of reach are histories that are illegal unless a dequeue of unknown outcome took the right value out.
 */
public final class UniqueQueue implements FastPath {

    @Override
    public Ruling judge(List<Interval> object) {
        Transfers transfers = new Transfers(object, "enqueue", "dequeue");
        Ruling clear = transfers.ruling();
        return clear == null ? new Judgement(object, transfers).judge() : clear;
    }

    /** An operation in its gap; what is earlier in a gap has the lower rank, then the lower number. */
    private record Step(int gap, int rank, int number, List<Integer> operations) {}

    private static final class Judgement {
        private final List<Interval> object;
        private final Transfers transfers;
        private final List<Integer> order = new ArrayList<>();

        Judgement(List<Interval> object, Transfers transfers) {
            this.object = object;
            this.transfers = transfers;
        }

        Ruling judge() {
            Ruling clash = orderValues();
            if (clash != null) {
                return clash;
            }
            List<Step> steps = new ArrayList<>();
            Presence placed = placeValues(steps);
            Presence certain = transfers.presence();
            for (int empty : transfers.empties()) {
                if (transfers.emptyGap(empty, certain) == NONE) {
                    return transfers.notEmpty(empty, certain);
                }
                int gap = transfers.emptyGap(empty, placed);
                if (gap == NONE) {
                    return new Ruling.DoesNotApply("another order may leave the queue empty in time");
                }
                steps.add(new Step(gap, 1, empty, List.of(empty)));
            }
            steps.sort(Comparator.comparingInt(Step::gap)
                    .thenComparingInt(Step::rank)
                    .thenComparingInt(Step::number));
            return new Ruling.Legal(steps.stream()
                    .flatMap(step -> step.operations().stream())
                    .map(object::get)
                    .toList());
        }

        /** Takes the values one after the other that nothing left must precede; null if that works for all. */
        private @Nullable Ruling orderValues() {
            int[] firstByPut = sorted(transfers.putReturned());
            int[] firstByTake = sorted(transfers.takeReturned());
            int[] byPut = sorted(transfers.putInvoked());
            int[] byTake = sorted(transfers.takeInvoked());
            int values = byPut.length;
            boolean[] placed = new boolean[transfers.putInvoked().length];
            int[] free = new int[placed.length];
            PriorityQueue<Integer> ready = new PriorityQueue<>(
                    Comparator.comparingInt(value -> transfers.putReturned()[value]));
            int p = 0;
            int t = 0;
            int put = 0;
            int take = 0;
            while (order.size() < values) {
                while (placed[firstByPut[p]]) {
                    p++;
                }
                while (placed[firstByTake[t]]) {
                    t++;
                }
                int firstPut = transfers.putReturned()[firstByPut[p]];
                int firstTake = transfers.takeReturned()[firstByTake[t]];
                for (; put < values && transfers.putInvoked()[byPut[put]] < firstPut; put++) {
                    free(byPut[put], free, ready);
                }
                for (; take < values && transfers.takeInvoked()[byTake[take]] < firstTake; take++) {
                    free(byTake[take], free, ready);
                }
                Integer next = ready.poll();
                if (next == null) {
                    int one = firstByPut[p];
                    int other = firstByTake[t];
                    return transfers.illegal(
                            transfers.put(one), transfers.take(one), transfers.put(other), transfers.take(other));
                }
                placed[next] = true;
                order.add(next);
            }
            return null;
        }

        private static void free(int value, int[] free, PriorityQueue<Integer> ready) {
            if (++free[value] == 2) {
                ready.add(value);
            }
        }

        private int[] sorted(int[] times) {
            return IntStream.of(transfers.values())
                    .boxed()
                    .sorted(Comparator.comparingInt(value -> times[value]))
                    .mapToInt(value -> value)
                    .toArray();
        }

        /**
         * Values go in as late as they can and come out as early as they can, so that the queue is empty most often;
         * returns when it is not.
         */
        private Presence placeValues(List<Step> steps) {
            int[] from = new int[transfers.putInvoked().length];
            int[] to = new int[from.length];
            int[] in = new int[order.size()];
            int latest = Integer.MAX_VALUE;
            for (int i = order.size() - 1; i >= 0; i--) {
                latest = Math.min(latest, transfers.putReturned()[order.get(i)]);
                in[i] = latest;
            }
            int earliest = 0;
            for (int i = 0; i < order.size(); i++) {
                int value = order.get(i);
                int put = transfers.put(value);
                int take = transfers.take(value);
                earliest = Math.max(earliest, transfers.takeInvoked()[value] + 1);
                from[value] = in[i];
                to[value] = earliest - 1;
                if (in[i] < earliest) {
                    steps.add(new Step(in[i], 3, i, List.of(put)));
                    if (take != NONE) {
                        steps.add(new Step(earliest, 0, i, List.of(take)));
                    }
                } else {
                    steps.add(new Step(earliest, 2, i, List.of(put, take)));
                }
            }
            return new Presence(transfers.values(), from, to);
        }
    }
}
