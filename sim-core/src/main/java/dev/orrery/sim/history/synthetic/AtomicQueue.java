package dev.orrery.sim.history.synthetic;

import dev.orrery.sim.random.RandomStream;
import java.util.ArrayDeque;
import java.util.Objects;

/**
 * A first-in first-out queue of the numbers from 1 on, each enqueued once. A client that finds it empty waits; nobody
 * dequeues more than has been enqueued. The lie is that the last one in is the first one out.
 */
public final class AtomicQueue implements AtomicObject {
    private final Lie lie;
    private final ArrayDeque<Long> elements = new ArrayDeque<>();
    private long enqueued;
    private long dequeued;

    /** An empty queue. */
    public AtomicQueue() {
        this(HONEST);
    }

    private AtomicQueue(long lieAt) {
        lie = new Lie(lieAt);
    }

    /** The same at its beginning, but it lies once it has served so many operations. */
    public AtomicQueue lyingAt(long operation) {
        return new AtomicQueue(operation);
    }

    @Override
    public Request ask(int client, RandomStream random) {
        if (random.below(2) == 0 || dequeued == enqueued) {
            return new Request(client, "enqueue", null, ++enqueued);
        }
        dequeued++;
        return new Request(client, "dequeue", null, null);
    }

    @Override
    public Reply serve(Request request, boolean heard) {
        if (request.f().equals("enqueue")) {
            lie.comeNearer();
            elements.addLast(Objects.requireNonNull((Long) request.input()));
            return new Reply.Done(null);
        }
        if (elements.isEmpty()) {
            return new Reply.Later();
        }
        lie.comeNearer();
        return new Reply.Done(elements.size() > 1 && lie.isDue(heard) ? elements.removeLast() : elements.removeFirst());
    }
}
