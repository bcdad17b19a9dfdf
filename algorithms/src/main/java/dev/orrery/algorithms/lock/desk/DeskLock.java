package dev.orrery.algorithms.lock.desk;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The client's side of a {@link Desk}: asks until it is answered, and gives signs of life while it waits and holds. */
public final class DeskLock implements DistributedLock {
    private final Host host;
    private final NodeId desk;
    private final Lease lease;
    private final long retryNanos;
    private final Timer pulseTimer;
    private final Timer deadline;
    /** When signs of life were sent that the desk has not been known to see, by their numbers. */
    private final TreeMap<Long, Long> pulses = new TreeMap<>();

    private Phase phase = Phase.IDLE;
    private long request;
    private boolean waits;
    private long pulse;
    private long fence;
    private long validUntil;
    private @Nullable Attempt attempt;
    private @Nullable Attempt extension;

    private enum Phase {
        IDLE,
        ACQUIRING,
        HELD,
        RELEASING
    }

    /**
     * One client's end.
     *
     * @param desk the server that it asks
     * @param retryNanos how long it waits before it asks again, more than 0
     */
    public DeskLock(Host host, NodeId desk, Lease lease, long retryNanos) {
        this.host = host;
        this.desk = desk;
        this.lease = lease;
        this.retryNanos = Math.min(retryNanos, lease.pulse());
        pulseTimer = host.timer("sign-of-life", this::signOfLife);
        deadline = host.timer("lock-deadline", this::timeOut);
    }

    @Override
    public void acquire(long timeoutNanos, Attempt toTell) {
        begin(true, timeoutNanos, toTell);
    }

    @Override
    public void tryAcquire(long timeoutNanos, Attempt toTell) {
        begin(false, timeoutNanos, toTell);
    }

    private void begin(boolean wait, long timeoutNanos, Attempt toTell) {
        if (isHeld()) {
            toTell.failed("the lock is held already");
            return;
        }
        phase = Phase.ACQUIRING;
        request = host.random().next();
        waits = wait;
        attempt = toTell;
        pulses.clear();
        deadline.set(timeoutNanos);
        signOfLife();
    }

    private void signOfLife() {
        switch (phase) {
            case ACQUIRING -> {
                host.send(desk, new AcquireLock(request, nextPulse(), waits));
                pulseTimer.set(retryNanos);
            }
            case HELD -> {
                host.send(desk, new KeepAlive(request, nextPulse()));
                pulseTimer.set(lease.pulse());
            }
            case RELEASING -> {
                host.send(desk, new ReleaseLock(request));
                pulseTimer.set(retryNanos);
            }
            case IDLE -> {}
        }
    }

    private long nextPulse() {
        pulse++;
        pulses.put(pulse, host.clock().monotonic());
        return pulse;
    }

    /** The desk has seen a sign of life: the lease lasts from when it was sent. */
    private void seen(long number) {
        Long sentAt = pulses.get(number);
        if (sentAt != null) {
            validUntil = Math.max(validUntil, sentAt + lease.validity());
            pulses.headMap(number, true).clear();
        }
    }

    @Override
    public void receive(NodeId from, Message message) {
        if (message instanceof LockGranted granted) {
            granted(granted);
        } else if (message instanceof LockBusy busy && busy.request() == request && phase == Phase.ACQUIRING) {
            end(Phase.IDLE).failed("somebody else holds the lock");
        } else if (message instanceof KeptAlive kept && kept.request() == request && phase == Phase.HELD) {
            keptAlive(kept);
        } else if (message instanceof LockReleased released
                && released.request() == request
                && phase == Phase.RELEASING) {
            end(Phase.IDLE).succeeded(fence);
        }
    }

    private void granted(LockGranted granted) {
        if (granted.request() != request || phase == Phase.IDLE) {
            host.send(desk, new ReleaseLock(granted.request()));
            return;
        }
        if (phase != Phase.ACQUIRING) {
            return;
        }
        validUntil = Long.MIN_VALUE;
        seen(granted.pulse());
        fence = granted.fence();
        Attempt waiting = end(Phase.HELD);
        if (isHeld()) {
            pulseTimer.set(lease.pulse());
            waiting.succeeded(fence);
        } else {
            letGo();
            waiting.failed("the lease was over when the lock came");
        }
    }

    private void keptAlive(KeptAlive kept) {
        if (kept.held()) {
            seen(kept.pulse());
        } else {
            letGo();
        }
        Attempt extended = extension;
        if (extended != null) {
            endExtension();
            if (isHeld()) {
                extended.succeeded(fence);
            } else {
                extended.failed("the lock is not held any more");
            }
        }
    }

    /** Not held any more; if the desk does not know it yet it is told, and else its lease tells it. */
    private void letGo() {
        phase = Phase.IDLE;
        pulseTimer.cancel();
        host.send(desk, new ReleaseLock(request));
    }

    @Override
    public void extend(long timeoutNanos, Attempt toTell) {
        if (!isHeld()) {
            toTell.failed("the lock is not held");
            return;
        }
        extension = toTell;
        deadline.set(timeoutNanos);
        signOfLife();
    }

    @Override
    public void release(long timeoutNanos, Attempt toTell) {
        if (!isHeld()) {
            if (phase == Phase.HELD) {
                letGo();
            }
            toTell.failed("the lock is not held");
            return;
        }
        phase = Phase.RELEASING;
        attempt = toTell;
        deadline.set(timeoutNanos);
        signOfLife();
    }

    private void timeOut() {
        Attempt extended = extension;
        if (extended != null) {
            endExtension();
            extended.unknown("nobody answered in time");
        } else if (phase == Phase.ACQUIRING) {
            Attempt waiting = end(Phase.IDLE);
            host.send(desk, new ReleaseLock(request));
            waiting.failed("the lock did not come in time");
        } else if (phase == Phase.RELEASING) {
            end(Phase.IDLE).unknown("nobody answered in time");
        }
    }

    private void endExtension() {
        extension = null;
        deadline.cancel();
    }

    private Attempt end(Phase next) {
        phase = next;
        deadline.cancel();
        pulseTimer.cancel();
        Attempt ended = Objects.requireNonNull(attempt);
        attempt = null;
        return ended;
    }

    @Override
    public boolean isHeld() {
        return phase == Phase.HELD && host.clock().monotonic() < validUntil;
    }

    @Override
    public long fence() {
        return isHeld() ? fence : NO_FENCE;
    }
}
