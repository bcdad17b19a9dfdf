package dev.orrery.algorithms.lock.redlock;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The client of Redlock. The steps are numbered as in the specification: (1) look at the clock; (2) set the key in all stores
 * at once, with a small time-out; (3) the lock is held if enough stores were set and the time that it took is less than the
 * ttl; (4) then it is held for the ttl less that time and the drift; (5) else unlock all stores, and try again after a random
 * delay.
 */
final class RedlockClient implements DistributedLock {
    private static final long NOT_HELD = Long.MIN_VALUE;

    private final Host host;
    private final List<NodeId> stores;
    private final RedlockConfig config;
    private final LockRules rules;
    private final Timer retry;
    private final Timer deadline;
    private final Timer prolong;
    private String value = "";
    private long validUntil = NOT_HELD;
    private boolean once;
    private boolean releasing;
    private @Nullable Attempt attempt;
    private @Nullable Round round;

    /** One question to all stores. */
    private final class Round {
        private final long began = host.clock().monotonic();
        private final Runnable decided;
        private int done;
        private int answered;
        private int open = stores.size();

        Round(Message question, Runnable decided) {
            this.decided = decided;
            round = this;
            for (NodeId store : stores) {
                host.request(store, question, config.storeTimeout(), new Response() {
                    @Override
                    public void answered(Message answer) {
                        answered++;
                        done += answer instanceof StoreAnswer told && told.done() ? 1 : 0;
                        heard();
                    }

                    @Override
                    public void failed(Failure failure) {
                        heard();
                    }
                });
            }
        }

        private void heard() {
            open--;
            boolean enough = done >= config.quorum();
            if (round == this && (enough || open == 0 || done + open < config.quorum())) {
                round = null;
                decided.run();
            }
        }

        boolean hasQuorum() {
            return done >= config.quorum();
        }

        /** Until when what was set in this round may be relied upon. */
        long validUntil() {
            return began + config.ttl() - config.drift();
        }
    }

    RedlockClient(Host host, List<NodeId> stores, RedlockConfig config, LockRules rules) {
        this.host = host;
        this.stores = stores;
        this.config = config;
        this.rules = rules;
        retry = host.timer("retry", this::trySet);
        deadline = host.timer("lock-deadline", this::timeOut);
        prolong = host.timer("prolong", this::prolong);
    }

    @Override
    public void acquire(long timeoutNanos, Attempt toTell) {
        begin(false, timeoutNanos, toTell);
    }

    @Override
    public void tryAcquire(long timeoutNanos, Attempt toTell) {
        begin(true, timeoutNanos, toTell);
    }

    private void begin(boolean onlyOnce, long timeoutNanos, Attempt toTell) {
        if (isHeld()) {
            toTell.failed("the lock is held already");
            return;
        }
        forget();
        once = onlyOnce;
        releasing = false;
        attempt = toTell;
        deadline.set(timeoutNanos);
        trySet();
    }

    private void trySet() {
        value = host.self() + ":" + Long.toHexString(host.random().next());
        ask(new SetIfAbsent(value, config.ttl()), this::decide);
    }

    private interface Decision {
        void of(Round over);
    }

    private void ask(Message question, Decision decision) {
        Round[] asked = new Round[1];
        asked[0] = new Round(question, () -> decision.of(asked[0]));
    }

    private void decide(Round over) {
        Attempt waiting = attempt;
        if (waiting == null) {
            return;
        }
        if (over.hasQuorum() && host.clock().monotonic() < over.validUntil()) {
            validUntil = over.validUntil();
            end();
            prolongLater();
            waiting.succeeded(NO_FENCE);
            return;
        }
        unlockAll();
        if (once) {
            end();
            waiting.failed(over.hasQuorum() ? "it took longer than the lock lives" : "too few stores were free");
        } else {
            retry.set(host.random()
                    .between(config.retryDelay().min(), config.retryDelay().max()));
        }
    }

    /** All of them, also those that did not answer: they may have been set. */
    private void unlockAll() {
        if (rules.unlocksAfterFailure()) {
            CompareAndDelete delete = new CompareAndDelete(value);
            stores.forEach(store -> host.request(store, delete, config.storeTimeout(), NOBODY_WAITS));
        }
    }

    private static final Response NOBODY_WAITS = new Response() {
        @Override
        public void answered(Message answer) {}

        @Override
        public void failed(Failure failure) {}
    };

    @Override
    public void extend(long timeoutNanos, Attempt toTell) {
        if (!isHeld()) {
            toTell.failed("the lock is not held");
            return;
        }
        ask(new Prolong(value, config.ttl()), over -> {
            if (prolonged(over)) {
                toTell.succeeded(NO_FENCE);
            } else {
                toTell.failed("too few stores gave more time");
            }
        });
    }

    private void prolong() {
        if (isHeld() && round == null && attempt == null) {
            ask(new Prolong(value, config.ttl()), this::prolonged);
        }
        prolongLater();
    }

    private void prolongLater() {
        if (config.prolongs() && isHeld()) {
            prolong.set(Math.max(1, (validUntil - host.clock().monotonic()) / 2));
        }
    }

    private boolean prolonged(Round over) {
        boolean more = over.hasQuorum() && isHeld() && host.clock().monotonic() < over.validUntil();
        if (more) {
            validUntil = over.validUntil();
            prolongLater();
        }
        return more;
    }

    @Override
    public void release(long timeoutNanos, Attempt toTell) {
        boolean held = isHeld();
        forget();
        if (!held) {
            toTell.failed("the lock is not held");
            return;
        }
        releasing = true;
        attempt = toTell;
        deadline.set(timeoutNanos);
        ask(new CompareAndDelete(value), over -> {
            Attempt waiting = attempt;
            end();
            if (waiting != null && over.answered >= config.quorum()) {
                waiting.succeeded(NO_FENCE);
            } else if (waiting != null) {
                waiting.unknown("too few stores answered");
            }
        });
    }

    private void timeOut() {
        Attempt waiting = attempt;
        end();
        round = null;
        if (waiting == null) {
            return;
        }
        if (releasing) {
            waiting.unknown("too few stores answered in time");
        } else {
            unlockAll();
            waiting.failed("too few stores were free in time");
        }
    }

    private void end() {
        attempt = null;
        deadline.cancel();
        retry.cancel();
    }

    private void forget() {
        validUntil = NOT_HELD;
        prolong.cancel();
        round = null;
    }

    @Override
    public boolean isHeld() {
        return validUntil != NOT_HELD && host.clock().monotonic() < validUntil;
    }

    @Override
    public long fence() {
        return NO_FENCE;
    }

    @Override
    public void receive(NodeId from, Message message) {}
}
