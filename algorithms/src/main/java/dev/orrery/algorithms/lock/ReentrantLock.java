package dev.orrery.algorithms.lock;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;

/**
 * Lets whoever holds a lock enter again, and gives it back when it has left as often. A lock that is lost is lost for all
 * holds.
 */
public final class ReentrantLock implements DistributedLock {
    private final DistributedLock lock;
    private long holds;

    /** Around a lock that refuses to be acquired twice. */
    public ReentrantLock(DistributedLock lock) {
        this.lock = lock;
    }

    /** How often it is held; 0 if it is not, or was lost. */
    public long holds() {
        return lock.isHeld() ? holds : 0;
    }

    @Override
    public void acquire(long timeoutNanos, Attempt attempt) {
        if (lock.isHeld()) {
            enterAgain(attempt);
        } else {
            holds = 1;
            lock.acquire(timeoutNanos, attempt);
        }
    }

    @Override
    public void tryAcquire(long timeoutNanos, Attempt attempt) {
        if (lock.isHeld()) {
            enterAgain(attempt);
        } else {
            holds = 1;
            lock.tryAcquire(timeoutNanos, attempt);
        }
    }

    private void enterAgain(Attempt attempt) {
        holds++;
        attempt.succeeded(lock.fence());
    }

    @Override
    public void extend(long timeoutNanos, Attempt attempt) {
        lock.extend(timeoutNanos, attempt);
    }

    @Override
    public void release(long timeoutNanos, Attempt attempt) {
        if (lock.isHeld() && holds > 1) {
            holds--;
            attempt.succeeded(lock.fence());
        } else {
            lock.release(timeoutNanos, attempt);
        }
    }

    @Override
    public boolean isHeld() {
        return lock.isHeld();
    }

    @Override
    public long fence() {
        return lock.fence();
    }

    @Override
    public void receive(NodeId from, Message message) {
        lock.receive(from, message);
    }
}
