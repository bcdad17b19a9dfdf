package dev.orrery.sim.engine;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, which jumps from event to event.
 *
 * <p>Beside the events there is an agenda: what is done to the world from outside, such as faults. It is done at its time,
 * before the events of that time, so that its place in the order does not depend on what was scheduled when.
 */
public final class EventLoop {
    /** Whether to go on is asked this seldom, so that it costs nothing, and this often, so that nobody waits. */
    private static final int EVENTS_A_QUESTION = 4096;

    private final EventQueue events = new EventQueue();
    private final EventQueue agenda = new EventQueue();
    private final Handler handler;
    private long now;
    private boolean stopped;

    /** An empty loop at time 0. */
    public EventLoop(Handler handler) {
        this.handler = handler;
    }

    /** Virtual time in nanoseconds. */
    public long now() {
        return now;
    }

    /**
     * Schedules an event; see {@link EventQueue#schedule}.
     *
     * @param at virtual nanoseconds, not before now
     */
    public void schedule(long at, long head, long first, long second, long third, @Nullable Object payload) {
        events.schedule(at, head, first, second, third, payload);
    }

    /**
     * Puts something on the agenda.
     *
     * @param at virtual nanoseconds, not before now
     */
    public void plan(long at, Runnable action) {
        agenda.schedule(at, 0, 0, 0, 0, action);
    }

    /** Shows the objects of all pending events, in an order that means nothing but is the same in each run. */
    public void forEachPending(Consumer<Object> visitor) {
        events.forEachPending(visitor);
    }

    /** Ends the run after the present event, and every later run before its first one. */
    public void stop() {
        stopped = true;
    }

    /** Whether somebody called {@link #stop}. */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Runs all that happens up to and including a time. If it gets there, that is the time then.
     *
     * @param goOn asked every few thousand events
     */
    public RunEnd run(long end, BooleanSupplier goOn) {
        return run(end, goOn, EVENTS_A_QUESTION);
    }

    /** As {@link #run}, but asks before each event. */
    public RunEnd runAsking(long end, BooleanSupplier goOn) {
        return run(end, goOn, 0);
    }

    private RunEnd run(long end, BooleanSupplier goOn, int eventsAQuestion) {
        int untilQuestion = 0;
        while (!stopped) {
            long event = events.nextTime();
            long action = agenda.nextTime();
            if (Math.min(event, action) > end) {
                now = Math.max(now, end);
                return RunEnd.REACHED;
            }
            if (--untilQuestion < 0) {
                untilQuestion = eventsAQuestion;
                if (!goOn.getAsBoolean()) {
                    return RunEnd.INTERRUPTED;
                }
            }
            if (action <= event) {
                act();
            } else {
                events.next();
                now = Math.max(now, event);
                handler.handle(
                        events.sequence(),
                        events.head(),
                        events.first(),
                        events.second(),
                        events.third(),
                        events.payload());
            }
        }
        return RunEnd.STOPPED;
    }

    private void act() {
        agenda.next();
        now = Math.max(now, agenda.time());
        if (agenda.payload() instanceof Runnable action) {
            action.run();
        }
    }

    /** Makes happen what was scheduled. */
    @FunctionalInterface
    public interface Handler {
        /** An event, with what it was scheduled with; {@link EventLoop#now} is its time. */
        void handle(long sequence, long head, long first, long second, long third, @Nullable Object payload);
    }
}
