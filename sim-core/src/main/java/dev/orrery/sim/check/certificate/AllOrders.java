package dev.orrery.sim.check.certificate;

import dev.orrery.sim.check.model.Model;
import dev.orrery.sim.history.Interval;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a few operations are linearizable by trying every order, straight from the definition: the judge of last
 * resort, slow and plain. It takes no order twice to where the same operations are placed and the state is the same.
 */
public final class AllOrders {

    /** The most operations that are tried; the orders of as many, all at once, may still take minutes. */
    public static final int MOST = 24;

    private AllOrders() {}

    /**
     * A legal order of the operations about one object, or null if there is none.
     *
     * @throws IllegalArgumentException if there are more than {@link #MOST} operations
     */
    public static <S> @Nullable List<Interval> legalOrder(Model<S> model, List<Interval> object) {
        if (object.size() > MOST) {
            throw new IllegalArgumentException(object.size() + " operations have too many orders to try them all");
        }
        Attempt<S> attempt = new Attempt<>(model, object);
        return attempt.canFinish(model.initial()) ? new ArrayList<>(attempt.order) : null;
    }

    private static final class Attempt<S> {
        private record Reached<S>(BitSet placed, S state) {}

        private final Model<S> model;
        private final List<Interval> object;
        private final BitSet placed = new BitSet();
        private final Deque<Interval> order = new ArrayDeque<>();
        private final Set<Reached<S>> deadEnds = new LinkedHashSet<>();

        Attempt(Model<S> model, List<Interval> object) {
            this.model = model;
            this.object = object;
        }

        boolean canFinish(S state) {
            boolean finished = true;
            for (int i = 0; i < object.size(); i++) {
                finished &= placed.get(i) || !object.get(i).isAnswered();
            }
            if (finished) {
                return true;
            }
            Reached<S> here = new Reached<>((BitSet) placed.clone(), state);
            if (deadEnds.contains(here)) {
                return false;
            }
            for (int i = 0; i < object.size(); i++) {
                S next = isNext(i) ? model.step(state, object.get(i).operation()) : null;
                if (next != null) {
                    placed.set(i);
                    order.addLast(object.get(i));
                    if (canFinish(next)) {
                        return true;
                    }
                    order.removeLast();
                    placed.clear(i);
                }
            }
            deadEnds.add(here);
            return false;
        }

        /** Whether it is not placed, and all that was over before it began is. */
        private boolean isNext(int i) {
            for (int j = 0; j < object.size(); j++) {
                if (!placed.get(j) && object.get(j).precedes(object.get(i))) {
                    return false;
                }
            }
            return !placed.get(i);
        }
    }
}
