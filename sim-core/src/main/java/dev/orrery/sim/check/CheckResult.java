package dev.orrery.sim.check;

import dev.orrery.sim.check.certificate.Explanation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param name the check's name
 * @param outcome the verdict
 * @param message why, in plain words
 * @param event the sequence number of the event at which it broke, or {@link #NO_EVENT}
 * @param operations the indices of the history's operations that the message is about, the one to blame first; may be
 *     empty
 * @param explanation why a history is not linearizable, in parts that can be drawn; null for all other results
 */
public record CheckResult(
        String name,
        Outcome outcome,
        String message,
        long event,
        List<Integer> operations,
        @Nullable Explanation explanation) {

    /** The event of a result that belongs to no single event. */
    public static final long NO_EVENT = -1;

    /** A verdict. */
    public enum Outcome {
        /** The property holds in this run. */
        PASS,
        /** The property is violated. */
        FAIL,
        /** Nobody knows: there was nothing to judge, or the search was given up. */
        INCONCLUSIVE
    }

    public CheckResult {
        operations = List.copyOf(operations);
    }

    /** A result without an explanation in parts. */
    public CheckResult(String name, Outcome outcome, String message, long event, List<Integer> operations) {
        this(name, outcome, message, event, operations, null);
    }

    /** The property holds. */
    public static CheckResult pass(String name, String message) {
        return new CheckResult(name, Outcome.PASS, message, NO_EVENT, List.of());
    }

    /** The property is violated, seen in these operations of the history. */
    public static CheckResult fail(String name, String message, List<Integer> operations) {
        return new CheckResult(name, Outcome.FAIL, message, NO_EVENT, operations);
    }

    /** The property is violated, as explained; the operation that no order gets past is to blame first. */
    public static CheckResult fail(String name, String message, Explanation explanation) {
        List<Integer> operations = new ArrayList<>(List.of(explanation.stuck()));
        explanation.operations().stream()
                .filter(operation -> operation != explanation.stuck())
                .forEach(operations::add);
        return new CheckResult(name, Outcome.FAIL, message, NO_EVENT, operations, explanation);
    }

    /** The property is violated, seen at this event. */
    public static CheckResult fail(String name, String message, long event) {
        return new CheckResult(name, Outcome.FAIL, message, event, List.of());
    }

    /** Nobody knows whether the property holds. */
    public static CheckResult inconclusive(String name, String message) {
        return new CheckResult(name, Outcome.INCONCLUSIVE, message, NO_EVENT, List.of());
    }
}
