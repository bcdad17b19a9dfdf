package dev.orrery.sim.history;

import dev.orrery.sim.history.Operation.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation with the stretch of real time in which it took effect, if it did.
 *
 * <p>Time is told by places: the how-manieth event of its history was its invocation, and which its completion, from 0. No
 * two events share a place, so that operations at one nanosecond are ordered too.
 *
 * @param operation one whose outcome is not FAIL
 * @param invoked the place of its invocation, at least 0
 * @param returned the place of its answer, more than {@code invoked}; {@link #NEVER} if its outcome is not known, since it
 *     may then take effect at any later time, or never
 */
public record Interval(Operation operation, int invoked, int returned) {

    /** Later than every place. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** Whether the operation was answered, and so certainly took effect. */
    public boolean isAnswered() {
        return returned != NEVER;
    }

    /** Whether this operation was over before the other one began, so that it comes first in every order. */
    public boolean precedes(Interval other) {
        return returned < other.invoked;
    }

    /** All operations of a history that may have taken effect, in the order of invocation. */
    public static List<Interval> of(History history) {
        int[] invoked = new int[history.size()];
        int[] returned = new int[history.size()];
        int place = 0;
        for (History.Event event : history.events()) {
            (event.invocation() ? invoked : returned)[event.operation().index()] = place++;
        }
        List<Interval> intervals = new ArrayList<>(history.size());
        for (Operation operation : history.operations()) {
            int i = operation.index();
            if (operation.outcome() != Outcome.FAIL) {
                boolean answered = operation.outcome() == Outcome.OK;
                intervals.add(new Interval(operation, invoked[i], answered ? returned[i] : NEVER));
            }
        }
        return intervals;
    }
}
