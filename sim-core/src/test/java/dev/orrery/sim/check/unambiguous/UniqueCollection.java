package dev.orrery.sim.check.unambiguous;

import dev.orrery.sim.check.unambiguous.RandomObject.Request;
import dev.orrery.sim.check.unambiguous.RandomObject.Subject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A queue or a stack into which a new value goes each time. */
public final class UniqueCollection implements Subject {
    private final String put;
    private final String take;
    private final boolean lastFirst;
    private final Deque<Object> values = new ArrayDeque<>();
    private int lastPut;

    private UniqueCollection(String put, String take, boolean lastFirst) {
        this.put = put;
        this.take = take;
        this.lastFirst = lastFirst;
    }

    /** An empty queue. */
    public static UniqueCollection queue() {
        return new UniqueCollection("enqueue", "dequeue", false);
    }

    /** An empty stack. */
    public static UniqueCollection stack() {
        return new UniqueCollection("push", "pop", true);
    }

    @Override
    public Request next(int client, Random random) {
        return random.nextBoolean() ? new Request(put, String.valueOf(++lastPut)) : new Request(take, null);
    }

    @Override
    public @Nullable Object apply(int client, Request request) {
        if (request.f().equals(take)) {
            return lastFirst ? values.pollLast() : values.pollFirst();
        }
        values.addLast(Objects.requireNonNull(request.input()));
        return null;
    }

    @Override
    public @Nullable Object lie(Request request, Random random) {
        int made = random.nextInt(lastPut + 1);
        return request.f().equals(take) && made > 0 ? String.valueOf(made) : null;
    }
}
