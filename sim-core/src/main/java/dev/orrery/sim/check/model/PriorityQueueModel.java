package dev.orrery.sim.check.model;

import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/**
 * A priority queue: {@code insert} of a value, whose answer is not looked at, and {@code poll} answered with the least
 * value, or null if the queue was empty. Whole numbers are ordered by size, texts as text, after the numbers.
 */
public final class PriorityQueueModel implements Model<Bag> {

    @Override
    public Bag initial() {
        return Bag.EMPTY;
    }

    @Override
    public @Nullable Bag step(Bag queue, Operation operation) {
        return switch (operation.f()) {
            case "insert" -> queue.with(Asked.input(operation));
            case "poll" -> {
                Object least = queue.least();
                yield !Asked.canBeAnswered(operation, least) ? null : least == null ? queue : queue.without(least);
            }
            default -> throw Asked.unknown(operation, "priority queue");
        };
    }

    @Override
    public boolean onlyLooks(Operation operation) {
        return operation.f().equals("poll") && Asked.wasAnswered(operation) && operation.output() == null;
    }

    @Override
    public boolean commute(Operation one, Operation other) {
        return one.f().equals("insert") && other.f().equals("insert");
    }
}
