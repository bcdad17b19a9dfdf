package dev.orrery.sim.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Another order of events than that of (time, sequence). It holds all pending events in place of the loop's own queue; what
 * it takes out late happens late, at the time that it is then.
 */
public interface Reordering {
    /** Takes in an event, which belongs to whatever happens at present. */
    void schedule(Event event);

    /** When the earliest pending event is due, or {@code Long.MAX_VALUE} when there is none. */
    long earliest();

    /**
     * The event that happens next. Asked again without {@link #take}, the answer is the same unless something was
     * scheduled meanwhile.
     *
     * @param end nothing that is due later happens
     * @return null if nothing is pending that is due by then
     */
    @Nullable
    Event next(long end);

    /** Takes out what {@link #next} gave: it happens now, and what is scheduled from now on belongs to it. */
    void take(Event event);

    /** What is scheduled from now on belongs to no event, but is done from outside. */
    void outside();

    /** Shows the objects of all pending events, in an order that is the same in each run. */
    void forEachPending(Consumer<Object> visitor);

    /**
     * A pending event.
     *
     * @param at when it is due, in virtual nanoseconds
     * @param sequence the how-manieth scheduled event it is, from 0
     * @param head what the loop's user says it is, and whose
     * @param first a number of the user's
     * @param second another
     * @param third another
     * @param payload an object of the user's
     */
    record Event(
            long at,
            long sequence,
            long head,
            long first,
            long second,
            long third,
            @Nullable Object payload) {}
}
