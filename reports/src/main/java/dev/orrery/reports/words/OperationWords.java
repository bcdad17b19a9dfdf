package dev.orrery.reports.words;

import dev.orrery.sim.history.CompareAndSet;
import dev.orrery.sim.history.Operation;
import org.jspecify.annotations.Nullable;

/** An operation of a history in one line. */
public final class OperationWords {
    private static final int LONGEST_VALUE = 24;

    private OperationWords() {}

    /** Who asked what, and the answer: {@code c3 write x=5 → ok}. */
    public static String brief(Operation operation) {
        Object key = operation.key();
        Object input = operation.input();
        StringBuilder text = new StringBuilder(operation.client()).append(' ').append(operation.f());
        if (key != null) {
            text.append(' ').append(value(key));
        }
        if (input != null) {
            text.append(key == null ? " " : "=").append(value(input));
        }
        text.append(" → ");
        return switch (operation.outcome()) {
            case OK ->
                text.append(input != null && !(input instanceof CompareAndSet) ? "ok" : value(operation.output()))
                        .toString();
            case FAIL -> text.append("failed").toString();
            case INFO -> text.append("unknown").toString();
            case OPEN -> text.append("no answer").toString();
        };
    }

    /** The same with its number, its times and the reason of a failure. */
    public static String full(Operation operation) {
        boolean open = operation.completedAt() == Operation.NEVER;
        String times = "asked at " + Words.moment(operation.invokedAt())
                + (open ? ", still open at the end" : ", completed at " + Words.moment(operation.completedAt()));
        String why = operation.error() == null ? "" : "\n" + operation.error();
        return "operation " + operation.index() + ": " + brief(operation) + "\n" + times + why;
    }

    private static String value(@Nullable Object value) {
        if (value instanceof CompareAndSet change) {
            return value(change.from()) + "⇒" + value(change.to());
        }
        String text = value == null ? "nothing" : value.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE - 1) + "…" : text;
    }
}
