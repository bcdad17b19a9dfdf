package dev.orrery.sim.check.certificate;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.history.Operation.Outcome;
import dev.orrery.sim.time.Durations;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How operations and values are told to people. */
final class Words {
    private Words() {}

    /** Which operation, as {@code write #790}. */
    static String name(Operation operation) {
        return operation.f() + " #" + operation.index();
    }

    /** Which operation and whose, as {@code write #790 by c2}. */
    static String nameAndClient(Operation operation) {
        return name(operation) + " by " + operation.client();
    }

    /** Several operations, as {@code write #3, write #4 and read #7}. */
    static String names(List<Operation> operations) {
        if (operations.size() == 1) {
            return name(operations.get(0));
        }
        int last = operations.size() - 1;
        return operations.subList(0, last).stream().map(Words::name).collect(Collectors.joining(", ")) + " and "
                + name(operations.get(last));
    }

    /** What was asked, as {@code write 2}. */
    static String asked(Operation operation) {
        StringBuilder words = new StringBuilder(operation.f());
        if (operation.input() instanceof CompareAndSet change) {
            words.append(' ').append(value(change.from())).append(" to ").append(value(change.to()));
        } else if (operation.input() != null) {
            words.append(' ').append(operation.input());
        }
        return words.toString();
    }

    /** What was asked and answered, as {@code write 2}, {@code read: 1} or {@code cas 1 to 2: true}. */
    static String whole(Operation operation) {
        String words = asked(operation);
        if (operation.outcome() != Outcome.OK) {
            return words + ": never answered";
        }
        if (operation.output() != null || operation.input() == null) {
            return words + ": " + value(operation.output());
        }
        return words;
    }

    static String value(@Nullable Object value) {
        return value == null ? "nothing" : value.toString();
    }

    static String time(long nanos) {
        return Durations.format(nanos);
    }

    /** What was done to bring a value in: {@code wrote}, {@code enqueued}. */
    static String brought(String f) {
        return switch (f) {
            case "write", "cas" -> "wrote";
            case "push" -> "pushed";
            default -> f.endsWith("e") ? f + "d" : f + "ed";
        };
    }
}
