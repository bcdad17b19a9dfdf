package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A lock that is held or free, whoever holds it: {@code acquire} takes it where it is free, {@code release} where it is
 * held. One that was answered false found it otherwise, and changed nothing.
 */
public final class MutexModel implements Model<Boolean> {

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public @Nullable Boolean step(Boolean held, Operation operation) {
        boolean acquires = Locking.acquires(operation);
        boolean possible = held != acquires;
        if (Asked.wasRefused(operation)) {
            return possible ? null : held;
        }
        return possible ? Boolean.valueOf(acquires) : null;
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return Asked.wasRefused(operation);
    }

    @Override
    public String describe(Boolean held) {
        return held ? "held" : "free";
    }
}
