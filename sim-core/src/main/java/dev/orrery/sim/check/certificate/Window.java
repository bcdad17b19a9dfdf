package dev.orrery.sim.check.certificate;

import dev.orrery.sim.history.Interval;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for a short stretch of time at the end of operations that are not linearizable, such that what began in it is not
 * linearizable by itself: what went wrong at the last return mostly has to do with what happened shortly before. The
 * operation that returned last and all that it needs ({@link Needs}) are in it too, however long ago they were.
 */
final class Window {
    private static final int SHORTEST = 16;
    private static final int GROWTH = 4;

    private final List<Interval> illegal;
    private final Needs needs;
    private final Questions questions;

    Window(List<Interval> illegal, Needs needs, Questions questions) {
        this.illegal = illegal;
        this.needs = needs;
        this.questions = questions;
    }

    /** The places of operations that are not linearizable; of all of them at the worst. */
    BitSet find() {
        int size = illegal.size();
        for (int length = SHORTEST; length < size; length *= GROWTH) {
            BitSet some = new BitSet();
            some.set(lastAnswered());
            needs.open(some);
            some.set(size - length, size);
            needs.close(some);
            if (some.cardinality() < size && questions.isIllegal(some)) {
                return some;
            }
        }
        BitSet all = new BitSet();
        all.set(0, size);
        return all;
    }

    private int lastAnswered() {
        int last = 0;
        for (int i = 0; i < illegal.size(); i++) {
            Interval interval = illegal.get(i);
            boolean isLater = interval.isAnswered()
                    && interval.returned() > illegal.get(last).returned();
            if (isLater || !illegal.get(last).isAnswered()) {
                last = i;
            }
        }
        return last;
    }
}
