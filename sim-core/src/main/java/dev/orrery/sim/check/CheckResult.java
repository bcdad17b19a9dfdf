package dev.orrery.sim.check;

import java.util.List;

/**
 * What a check found.
 *
 * @param name the check's name
 * @param outcome the verdict
 * @param message why, in plain words
 * @param event the sequence number of the event at which it broke, or {@link #NO_EVENT}
 * @param operations the indices of the history's operations that the message is about, the one to blame first; may be
 *     empty
 */
public record CheckResult(String name, Outcome outcome, String message, long event, List<Integer> operations) {

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

    /** The property holds. */
    public static CheckResult pass(String name, String message) {
        return new CheckResult(name, Outcome.PASS, message, NO_EVENT, List.of());
    }

    /** The property is violated, seen in these operations of the history. */
    public static CheckResult fail(String name, String message, List<Integer> operations) {
        return new CheckResult(name, Outcome.FAIL, message, NO_EVENT, operations);
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
