package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A semaphore that knows who holds how many of its permits, as Hazelcast's does: {@code acquire} and {@code release} of so
 * many permits, 1 if nothing is said. One that was answered false found too few permits, and changed nothing.
 */
public final class SemaphoreModel implements Model<Map<String, Long>> {
    private final long permits;

    /** @param permits how many there are; at least 1, or an {@link IllegalArgumentException} */
    public SemaphoreModel(long permits) {
        if (permits < 1) {
            throw new IllegalArgumentException("a semaphore of " + permits + " permits lets nobody in");
        }
        this.permits = permits;
    }

    @Override
    public Map<String, Long> initial() {
        return new TreeMap<>();
    }

    @Override
    public @Nullable Map<String, Long> step(Map<String, Long> held, Operation operation) {
        long wanted = Asked.number(operation, 1);
        long own = held.getOrDefault(operation.client(), 0L);
        boolean acquires = Locking.acquires(operation);
        long inUse = held.values().stream().mapToLong(Long::longValue).sum();
        boolean possible = acquires ? wanted <= permits - inUse : wanted <= own;
        if (Asked.wasRefused(operation)) {
            return possible ? null : held;
        }
        return possible ? with(held, operation.client(), acquires ? own + wanted : own - wanted) : null;
    }

    private static Map<String, Long> with(Map<String, Long> held, String client, long permits) {
        Map<String, Long> after = new TreeMap<>(held);
        if (permits == 0) {
            after.remove(client);
        } else {
            after.put(client, permits);
        }
        return after;
    }

    @Override
    public boolean knowsClients() {
        return true;
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return Asked.wasRefused(operation);
    }

    @Override
    public String describe(Map<String, Long> held) {
        return held.isEmpty() ? "all permits free" : "permits held: " + held;
    }
}
