package dev.orrery.algorithms.lock.raft;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.statemachine.SessionClient;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The client's end: stands in the replicated line, asks again and again whether its turn has come, and gives signs of life
 * while it holds the lock. Its lease is counted from when it sent the last command that was answered.
 */
final class RaftLockClient implements DistributedLock {
    private static final long NOT_HELD = Long.MIN_VALUE;
    private static final int PULSES = 3;
    private static final long UNANSWERED = -1;

    private final Host host;
    private final SessionClient table;
    private final Lease lease;
    private final long pollNanos;
    private final Long session;
    private final Timer poll;
    private final Timer pulse;
    private final Timer deadline;
    private final Deque<Ask> waiting = new ArrayDeque<>();
    private boolean busy;
    private long acquisition;
    private long fence;
    private long validUntil = NOT_HELD;
    private String seeking = LockTable.ENQUEUE;
    private @Nullable Attempt attempt;

    /** Told how a command ended. */
    private interface Answered {
        /**
         * It is over.
         *
         * @param sentAt when it was sent, by this node's clock
         * @param answer the fence, 0 for none, or {@link #UNANSWERED}
         */
        void with(long sentAt, long answer);
    }

    /**
     * A command that waits for the one before it.
     *
     * @param f the operation of the table
     * @param acquisition which it is about
     * @param timeout how long it may take
     */
    private record Ask(String f, long acquisition, long timeout, Answered then) {}

    RaftLockClient(Host host, SessionClient table, Lease lease, long pollNanos) {
        this.host = host;
        this.table = table;
        this.lease = lease;
        this.pollNanos = pollNanos;
        session = host.random().next();
        poll = host.timer("poll", this::seek);
        pulse = host.timer("sign-of-life", this::signOfLife);
        deadline = host.timer("lock-deadline", this::timeOut);
    }

    @Override
    public void acquire(long timeoutNanos, Attempt toTell) {
        begin(LockTable.ENQUEUE, timeoutNanos, toTell);
    }

    @Override
    public void tryAcquire(long timeoutNanos, Attempt toTell) {
        begin(LockTable.TRY, timeoutNanos, toTell);
    }

    private void begin(String how, long timeoutNanos, Attempt toTell) {
        if (isHeld()) {
            toTell.failed("the lock is held already");
            return;
        }
        validUntil = NOT_HELD;
        acquisition++;
        seeking = how;
        attempt = toTell;
        deadline.set(timeoutNanos);
        seek();
    }

    private void seek() {
        long sought = acquisition;
        ask(seeking, pulseNanos(), (sentAt, answer) -> {
            Attempt open = attempt;
            if (open == null || sought != acquisition) {
                return;
            }
            if (answer > 0) {
                come(open, sentAt, answer);
            } else if (answer == 0 && seeking.equals(LockTable.TRY)) {
                end();
                open.failed("somebody else holds the lock");
            } else {
                poll.set(pollNanos);
            }
        });
    }

    private void come(Attempt open, long sentAt, long token) {
        fence = token;
        validUntil = sentAt + lease.validity();
        end();
        if (isHeld()) {
            pulse.set(pulseNanos());
            open.succeeded(token);
        } else {
            leave();
            open.failed("the lease was over when the lock came");
        }
    }

    private long pulseNanos() {
        return Math.max(1, lease.nanos() / PULSES);
    }

    private void ask(String f, long timeout, Answered then) {
        waiting.add(new Ask(f, acquisition, timeout, then));
        sendNext();
    }

    /** One command at a time, in order. */
    private void sendNext() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        Ask next = waiting.remove();
        long sentAt = host.clock().monotonic();
        Invocation command = new Invocation(next.f(), session, next.acquisition());
        table.invoke(command, next.timeout(), new Completion() {
            @Override
            public void ok(@Nullable Object answer) {
                over(answer instanceof Long token ? token : 0);
            }

            @Override
            public void fail(String why) {
                over(UNANSWERED);
            }

            @Override
            public void info(String why) {
                over(UNANSWERED);
            }

            private void over(long answer) {
                busy = false;
                next.then().with(sentAt, answer);
                sendNext();
            }
        });
    }

    private void leave() {
        ask(LockTable.LEAVE, pulseNanos(), (sentAt, answer) -> {});
    }

    private void signOfLife() {
        if (isHeld()) {
            pulse.set(pulseNanos());
            prolong(pulseNanos(), answer -> {});
        }
    }

    private void prolong(long timeout, LongConsumer then) {
        long held = acquisition;
        ask(LockTable.ALIVE, timeout, (sentAt, answer) -> {
            if (held == acquisition && isHeld()) {
                if (answer > 0) {
                    validUntil = Math.max(validUntil, sentAt + lease.validity());
                } else if (answer == 0) {
                    validUntil = NOT_HELD;
                }
            }
            then.accept(answer);
        });
    }

    @Override
    public void extend(long timeoutNanos, Attempt toTell) {
        if (!isHeld()) {
            toTell.failed("the lock is not held");
            return;
        }
        prolong(timeoutNanos, answer -> {
            if (answer > 0) {
                toTell.succeeded(answer);
            } else if (answer == 0) {
                toTell.failed("the lock is not held any more");
            } else {
                toTell.unknown("nobody answered in time");
            }
        });
    }

    @Override
    public void release(long timeoutNanos, Attempt toTell) {
        boolean held = isHeld();
        validUntil = NOT_HELD;
        pulse.cancel();
        if (!held) {
            leave();
            toTell.failed("the lock is not held");
            return;
        }
        ask(LockTable.LEAVE, timeoutNanos, (sentAt, answer) -> {
            if (answer == UNANSWERED) {
                toTell.unknown("nobody answered in time");
            } else {
                toTell.succeeded(fence);
            }
        });
    }

    private void timeOut() {
        Attempt open = attempt;
        end();
        if (open != null) {
            leave();
            open.failed("the lock did not come in time");
        }
    }

    private void end() {
        attempt = null;
        deadline.cancel();
        poll.cancel();
    }

    @Override
    public boolean isHeld() {
        return validUntil != NOT_HELD && host.clock().monotonic() < validUntil;
    }

    @Override
    public long fence() {
        return isHeld() ? fence : NO_FENCE;
    }

    @Override
    public void receive(NodeId from, Message message) {
        table.receive(from, message);
    }
}
