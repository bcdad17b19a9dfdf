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
    /** Null if events happen in the order of time. */
    private final @Nullable Reordering reordering;

    private long reordered;
    private long now;
    private boolean stopped;

    /** An empty loop at time 0, in the order of time. */
    public EventLoop(Handler handler) {
        this(handler, null);
    }

    /** An empty loop at time 0, in another order of events; the agenda keeps to its times in any case. */
    public EventLoop(Handler handler, @Nullable Reordering reordering) {
        this.handler = handler;
        this.reordering = reordering;
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
        if (reordering == null) {
            events.schedule(at, head, first, second, third, payload);
        } else {
            reordering.schedule(new Reordering.Event(at, reordered++, head, first, second, third, payload));
        }
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
        if (reordering == null) {
            events.forEachPending(visitor);
        } else {
            reordering.forEachPending(visitor);
        }
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
        return reordering == null
                ? runInTime(end, goOn, eventsAQuestion)
                : runReordered(reordering, end, goOn, eventsAQuestion);
    }

    private RunEnd runInTime(long end, BooleanSupplier goOn, int eventsAQuestion) {
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

    private RunEnd runReordered(Reordering order, long end, BooleanSupplier goOn, int eventsAQuestion) {
        int untilQuestion = 0;
        while (!stopped) {
            long action = agenda.nextTime();
            if (Math.min(order.earliest(), action) > end) {
                now = Math.max(now, end);
                return RunEnd.REACHED;
            }
            if (--untilQuestion < 0) {
                untilQuestion = eventsAQuestion;
                if (!goOn.getAsBoolean()) {
                    return RunEnd.INTERRUPTED;
                }
            }
            Reordering.Event event = order.next(end);
            if (event == null || action <= event.at()) {
                order.outside();
                act();
            } else {
                order.take(event);
                now = Math.max(now, event.at());
                handler.handle(
                        event.sequence(), event.head(), event.first(), event.second(), event.third(), event.payload());
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
