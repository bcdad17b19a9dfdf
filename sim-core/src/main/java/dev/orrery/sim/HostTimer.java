package dev.orrery.sim;

import dev.orrery.sim.node.Timer;

/**
 * A timer with at most one live event in the queue. Setting it later, as a heartbeat sets an election timer, only moves
 * the deadline: the event finds, when it comes, that it is early, and is put back. Setting it earlier makes a new event,
 * and the old one finds that its generation is over.
 */
final class HostTimer implements Timer {
    private static final long NEVER = Long.MAX_VALUE;

    final String name;
    private final Incarnation incarnation;
    private final Runnable action;

    /** When it fires, in virtual time; {@link #NEVER} when it is not set. */
    private long deadline = NEVER;
    /** When its live event comes; {@link #NEVER} when it has none. */
    private long eventAt = NEVER;

    private int generation;
    /** How long it still has to run on the node's own clock, while that changes its pace. */
    private long remaining;

    /** The trace's event of its last setting; 0 without a trace. */
    private long setting;

    HostTimer(Incarnation incarnation, String name, Runnable action) {
        this.incarnation = incarnation;
        this.name = name;
        this.action = action;
    }

    @Override
    public void set(long delayNanos) {
        if (delayNanos < 0) {
            throw new IllegalArgumentException("timer " + name + " is set " + delayNanos + " ns ahead");
        }
        deadline = incarnation.deadlineAfter(delayNanos);
        setting = incarnation.traceSetting(name, deadline);
        if (deadline < eventAt) {
            generation++;
            scheduleEvent();
        }
    }

    @Override
    public void cancel() {
        deadline = NEVER;
    }

    @Override
    public boolean isSet() {
        return deadline != NEVER;
    }

    /** The event of this generation has come; says whether the timer fired. */
    boolean ring(int eventGeneration, long now) {
        if (!isDue(eventGeneration, now)) {
            return false;
        }
        deadline = NEVER;
        incarnation.traceFiring(name, setting);
        action.run();
        return true;
    }

    /** Whether the event means that the timer fires now; if it came early it is put back. */
    private boolean isDue(int eventGeneration, long now) {
        if (eventGeneration != generation) {
            return false;
        }
        eventAt = NEVER;
        if (deadline > now) {
            if (deadline != NEVER) {
                scheduleEvent();
            }
            return false;
        }
        return true;
    }

    boolean isOf(Node node) {
        return incarnation.node == node;
    }

    /** The node's clocks are about to change their pace. */
    void beforeDrift() {
        remaining = deadline == NEVER ? NEVER : incarnation.localUntil(deadline);
    }

    /** They have: what was to run runs at the new pace. What is overdue stays so. */
    void afterDrift() {
        if (remaining != NEVER && remaining > 0) {
            deadline = incarnation.deadlineAfter(remaining);
            if (deadline < eventAt) {
                generation++;
                scheduleEvent();
            }
        }
    }

    private void scheduleEvent() {
        eventAt = deadline;
        incarnation.scheduleTimer(this, deadline, generation);
    }
}
