package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A lock that knows its owner, and perhaps lets it in again, and perhaps gives out fencing tokens: the models that
 * Hazelcast's CP subsystem is tested against with Jepsen.
 *
 * <p>{@code acquire} takes the lock for its client where it is free, or held by the same client less often than the lock
 * allows; {@code release} lets go once where the client holds it. One that was answered false found it otherwise, and
 * changed nothing.
 *
 * <p>A fenced lock answers an acquisition with a whole number, its fence: greater than all before when the lock was free,
 * the one it has when the owner enters again. An answer that is no number, and 0, stand for a fence that nobody knows.
 */
public final class LockModel implements Model<LockModel.Lock> {
    private static final Lock FREE = new Lock(null, 0, Locking.NO_FENCE, Locking.NO_FENCE);

    /**
     * The lock's state.
     *
     * @param owner the client that holds it, or null
     * @param holds how often the owner holds it
     * @param fence the fence of these holds, 0 if it is not known or the lock is free
     * @param highest the highest fence given out, 0 before the first
     */
    public record Lock(@Nullable String owner, int holds, long fence, long highest) {}

    private final int mostHolds;
    private final boolean fenced;

    private LockModel(int mostHolds, boolean fenced) {
        this.mostHolds = mostHolds;
        this.fenced = fenced;
    }

    /** Only its owner can release it, and nobody can enter again. */
    public static LockModel ownerAware() {
        return new LockModel(1, false);
    }

    /** Its owner can enter once more. */
    public static LockModel reentrant() {
        return new LockModel(2, false);
    }

    /** Each acquisition has a greater fence than the one before. */
    public static LockModel fenced() {
        return new LockModel(1, true);
    }

    /** Its owner can enter once more, under the fence that it has. */
    public static LockModel reentrantFenced() {
        return new LockModel(2, true);
    }

    /** How often its owner may hold it at once, at least 1. */
    public int mostHolds() {
        return mostHolds;
    }

    @Override
    public Lock initial() {
        return FREE;
    }

    @Override
    public @Nullable Lock step(Lock lock, Operation operation) {
        Lock after = Locking.acquires(operation) ? acquired(lock, operation) : released(lock, operation);
        if (!Asked.wasRefused(operation)) {
            return after;
        }
        return after == null ? lock : null;
    }

    private @Nullable Lock acquired(Lock lock, Operation operation) {
        boolean free = lock.owner() == null;
        if (!free && !(operation.client().equals(lock.owner()) && lock.holds() < mostHolds)) {
            return null;
        }
        long fence = fenced ? Locking.fence(operation) : Locking.NO_FENCE;
        boolean firstOfTheseHolds = lock.fence() == Locking.NO_FENCE;
        if (fence != Locking.NO_FENCE && (firstOfTheseHolds ? fence <= lock.highest() : fence != lock.fence())) {
            return null;
        }
        return new Lock(
                operation.client(),
                lock.holds() + 1,
                fence == Locking.NO_FENCE ? lock.fence() : fence,
                Math.max(fence, lock.highest()));
    }

    private static @Nullable Lock released(Lock lock, Operation operation) {
        if (!operation.client().equals(lock.owner())) {
            return null;
        }
        return lock.holds() > 1
                ? new Lock(lock.owner(), lock.holds() - 1, lock.fence(), lock.highest())
                : new Lock(null, 0, Locking.NO_FENCE, lock.highest());
    }

    @Override
    public boolean knowsClients() {
        return true;
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return Asked.wasRefused(operation);
    }

    /** Fences only grow, so an acquisition under a lower one comes too late, unless it enters again. */
    @Override
    public boolean mayYetMeet(Lock lock, Operation operation) {
        long fence = fenced && Locking.acquires(operation) ? Locking.fence(operation) : Locking.NO_FENCE;
        return fence == Locking.NO_FENCE || fence > lock.highest() || (mostHolds > 1 && fence == lock.fence());
    }

    @Override
    public String describe(Lock lock) {
        String held = lock.owner() == null
                ? "free"
                : "held by " + lock.owner() + (lock.holds() > 1 ? " " + lock.holds() + " times" : "");
        return lock.highest() == Locking.NO_FENCE ? held : held + ", the highest fence is " + lock.highest();
    }
}
