package dev.orrery.algorithms.lock.section;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.Holder;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.ReentrantLock;
import dev.orrery.algorithms.lock.resource.CounterValue;
import dev.orrery.algorithms.lock.resource.CounterWritten;
import dev.orrery.algorithms.lock.resource.ReadCounter;
import dev.orrery.algorithms.lock.resource.WriteCounter;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enters critical sections: takes the lock, reads the counter that it guards, works for a while, writes the counter one
 * higher, and gives the lock back. Before each step it looks if it still holds the lock, and stops if it does not.
 *
 * <p>Its operations are those of {@link #OPERATIONS}: {@code acquire} and {@code try} are answered with the fencing token,
 * 0 where there is none; {@code use} takes nanoseconds of work and is answered with what the counter then was; {@code
 * release} and {@code extend} are answered true, or false if the lock is not held. A section whose write is under way ends
 * when the resource has answered or the lock is lost, so a release waits for it.
 */
public final class SectionClient implements Client, Holder {
    /** What it can be asked for. */
    public static final List<String> OPERATIONS = List.of("acquire", "try", "use", "extend", "release");

    private static final String LOST = "the lock was lost";

    private final Host host;
    private final DistributedLock lock;
    private final NodeId resource;
    private final boolean reentrant;
    private final long retryNanos;
    private final LockRules rules;
    private final Timer lookAgain;
    private final Timer deadline;
    private long entries;
    private long lastFence;
    private @Nullable Section section;

    /** The use of what the lock guards, between the first message to the resource and the last answer. */
    private final class Section {
        private final long id = host.random().next();
        private final long work;
        private final long fence = lock.fence();
        private @Nullable Completion completion;

        Section(long work, Completion completion) {
            this.work = work;
            this.completion = completion;
        }

        void read() {
            ask(new ReadCounter(id, fence), answer -> {
                CounterValue read = (CounterValue) answer;
                if (read.accepted()) {
                    host.after("work", work, () -> write(read));
                } else {
                    end("the resource has seen a greater token", null);
                }
            });
        }

        private void write(CounterValue read) {
            long next = read.value() + 1;
            ask(new WriteCounter(id, read.life(), read.fence(), read.value(), next), answer -> {
                boolean accepted = ((CounterWritten) answer).accepted();
                end(accepted ? "" : "the resource refused the write", accepted ? next : null);
            });
        }

        /** Asks until it is answered, as long as the lock is held. */
        private void ask(Message request, Answered then) {
            if (section != this) {
                return;
            }
            if (!rules.goesOn(lock.isHeld())) {
                end(LOST, null);
                return;
            }
            host.request(resource, request, retryNanos, new Response() {
                @Override
                public void answered(Message answer) {
                    if (section == Section.this) {
                        then.with(answer);
                    }
                }

                @Override
                public void failed(Failure failure) {
                    ask(request, then);
                }
            });
        }

        private void end(String why, @Nullable Object answer) {
            section = null;
            Completion told = completion;
            completion = null;
            if (told == null) {
                return;
            }
            deadline.cancel();
            if (answer == null) {
                told.info(why);
            } else {
                told.ok(answer);
            }
        }

        void giveUp() {
            Completion told = completion;
            completion = null;
            if (told != null) {
                told.info("the resource did not answer in time");
            }
        }
    }

    private interface Answered {
        void with(Message answer);
    }

    /**
     * A client.
     *
     * @param resource what the lock guards
     * @param reentrant whether the lock may be entered again by whoever holds it
     * @param retryNanos how long to wait for the resource before it is asked again, more than 0
     */
    public SectionClient(
            Host host, DistributedLock lock, NodeId resource, boolean reentrant, long retryNanos, LockRules rules) {
        this.host = host;
        this.lock = reentrant ? new ReentrantLock(lock) : lock;
        this.resource = resource;
        this.reentrant = reentrant;
        this.retryNanos = retryNanos;
        this.rules = rules;
        deadline = host.timer("use-deadline", () -> {
            Section open = section;
            if (open != null) {
                open.giveUp();
            }
        });
        lookAgain = host.timer("look-again", this::lookIfLost);
        host.role("idle");
    }

    @Override
    public void invoke(Invocation invocation, long timeoutNanos, Completion completion) {
        switch (invocation.f()) {
            case "acquire" -> {
                waiting();
                lock.acquire(timeoutNanos, new Entering(completion));
            }
            case "try" -> {
                waiting();
                lock.tryAcquire(timeoutNanos, new Entering(completion));
            }
            case "use" -> use(invocation, timeoutNanos, completion);
            case "extend" -> lock.extend(timeoutNanos, new Leaving(completion));
            case "release" -> release(timeoutNanos, completion);
            default -> completion.fail("a lock knows no " + invocation.f());
        }
    }

    private void waiting() {
        if (!lock.isHeld()) {
            host.role("waiting");
        }
    }

    private void use(Invocation invocation, long timeoutNanos, Completion completion) {
        if (!rules.goesOn(lock.isHeld())) {
            completion.fail("the lock is not held");
            return;
        }
        long work = invocation.value() instanceof Long nanos ? nanos : 0;
        Section begun = new Section(work, completion);
        section = begun;
        deadline.set(timeoutNanos);
        begun.read();
    }

    private void release(long timeoutNanos, Completion completion) {
        if (section != null && rules.goesOn(lock.isHeld())) {
            // The write may still come to the resource: nobody else may enter before that is known.
            host.after(
                    "resource-pending",
                    Math.min(timeoutNanos, retryNanos),
                    () -> completion.fail("the resource has not answered yet, so the lock is kept"));
            return;
        }
        boolean held = lock.isHeld();
        section = null;
        lock.release(timeoutNanos, new Leaving(completion));
        if (held && !lock.isHeld()) {
            host.note("lock-released", "fence", lastFence);
        }
        if (!lock.isHeld()) {
            host.role("idle");
            lookAgain.cancel();
        }
    }

    /** Notes when the lock is lost, soon after it was. */
    private void lookIfLost() {
        if (lock.isHeld()) {
            lookAgain.set(retryNanos);
            return;
        }
        host.note("lock-lost", "fence", lastFence);
        host.role("idle");
        Section open = section;
        if (open != null && !rules.goesOn(false)) {
            open.end(LOST, null);
        }
    }

    @Override
    public void receive(NodeId from, Message message) {
        lock.receive(from, message);
    }

    @Override
    public boolean holds() {
        return lock.isHeld();
    }

    @Override
    public long entries() {
        return entries;
    }

    @Override
    public long fence() {
        return lastFence;
    }

    private final class Entering implements DistributedLock.Attempt {
        private final Completion completion;
        private final boolean again = reentrant && lock.isHeld();

        Entering(Completion completion) {
            this.completion = completion;
        }

        @Override
        public void succeeded(long fence) {
            if (!again) {
                entries++;
                lastFence = fence;
                host.role("holder");
                host.note("lock-acquired", "fence", fence);
                lookAgain.set(retryNanos);
            }
            completion.ok(fence);
        }

        @Override
        public void failed(String why) {
            if (!lock.isHeld()) {
                host.role("idle");
            }
            completion.fail(why);
        }

        @Override
        public void unknown(String why) {
            host.role("idle");
            completion.info(why);
        }
    }

    private static final class Leaving implements DistributedLock.Attempt {
        private final Completion completion;

        Leaving(Completion completion) {
            this.completion = completion;
        }

        @Override
        public void succeeded(long fence) {
            completion.ok(true);
        }

        @Override
        public void failed(String why) {
            completion.ok(false);
        }

        @Override
        public void unknown(String why) {
            completion.info(why);
        }
    }
}
