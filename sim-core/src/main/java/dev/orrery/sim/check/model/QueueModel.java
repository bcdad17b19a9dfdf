package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A queue, first in, first out: {@code enqueue} of a value, whose answer is not looked at, and {@code dequeue} answered
 * with the value, or null if the queue was empty.
 */
public final class QueueModel implements Model<Fifo> {

    @Override
    public Fifo initial() {
        return Fifo.EMPTY;
    }

    @Override
    public @Nullable Fifo step(Fifo queue, Operation operation) {
        return switch (operation.f()) {
            case "enqueue" -> queue.with(Asked.input(operation));
            case "dequeue" -> Asked.canBeAnswered(operation, queue.first()) ? queue.withoutFirst() : null;
            default -> throw Asked.unknown(operation, "queue");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return operation.f().equals("dequeue") && Asked.wasAnswered(operation) && operation.output() == null;
    }
}
