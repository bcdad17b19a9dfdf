package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Examines the proof that a history is legal: one order of its operations. It shares nothing with those who look for
 * orders, and takes one pass.
 *
 * <p>Herlihy and Wing's definition, word for word: every answered operation is in the order, once; an operation of unknown
 * outcome is in it once or not at all; whatever was over before another one began comes before it; and the model, asked
 * for one operation after the other, gives every answer that was given.
 */
public final class Replay {
    private Replay() {}

    /**
     * Looks for a flaw in an order.
     *
     * @param object the operations about one object, as {@link Interval#of} lists them
     * @param order some of them in the order in which they are said to have taken effect
     * @return what is wrong with the order, or null if it proves that the operations are linearizable
     */
    public static @Nullable String flaw(Model<?> model, List<Interval> object, List<Interval> order) {
        String flaw = membershipFlaw(object, order);
        flaw = flaw == null ? timeFlaw(order) : flaw;
        return flaw == null ? answerFlaw(model, order) : flaw;
    }

    private static @Nullable String membershipFlaw(List<Interval> object, List<Interval> order) {
        BitSet ordered = new BitSet();
        for (Interval interval : order) {
            int index = interval.operation().index();
            if (ordered.get(index)) {
                return "operation " + index + " is there twice";
            }
            ordered.set(index);
        }
        for (Interval interval : object) {
            int index = interval.operation().index();
            if (interval.isAnswered() && !ordered.get(index)) {
                return "operation " + index + " was answered and is missing";
            }
            ordered.clear(index);
        }
        return ordered.isEmpty() ? null : "operation " + ordered.nextSetBit(0) + " is not one of the object's";
    }

    private static @Nullable String timeFlaw(List<Interval> order) {
        Interval latest = null;
        for (Interval interval : order) {
            if (latest != null && interval.precedes(latest)) {
                return "operation " + interval.operation().index() + " was over before operation "
                        + latest.operation().index() + " began, and comes after it";
            }
            if (latest == null || interval.invoked() > latest.invoked()) {
                latest = interval;
            }
        }
        return null;
    }

    private static <S> @Nullable String answerFlaw(Model<S> model, List<Interval> order) {
        S state = model.initial();
        for (Interval interval : order) {
            S next = model.step(state, interval.operation());
            if (next == null) {
                return "operation " + interval.operation().index() + " finds " + model.describe(state)
                        + " and would not have been answered as it was";
            }
            state = next;
        }
        return null;
    }
}
