package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Parameters.between;
import static dev.orrery.sim.fault.Parameters.require;

import dev.orrery.sim.time.DurationRange;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A report of the system that makes a fault begin.
 *
 * <p>The fault begins at the earliest 1 ns after its report, when all that the handler did has been done; so what was
 * executed, given as a plan of times, makes the same run.
 *
 * @param source what kind of report
 * @param name which: a note such as {@code leader-elected}, a role such as {@code leader} that a node begins to play, or a
 *     state such as {@code term} that changes
 * @param condition what the report's number must satisfy, or null. For a note, that of its field; for a state, its value;
 *     a role has no number
 * @param after how long after the report, drawn each time; by default 0s
 * @param times at most how often, at least 1; by default 1
 */
public record Trigger(Source source, String name, @Nullable Condition condition, DurationRange after, long times) {

    /** What kind of report a trigger waits for. */
    public enum Source {
        /** A note. */
        EVENT,
        /** A node begins to play a role. */
        ROLE,
        /** A watched number of a node changes. */
        STATE
    }

    /** Checks that the condition fits. */
    public Trigger {
        require(!name.isBlank(), "a trigger names what to wait for");
        require(source != Source.ROLE || condition == null, "a role has no number to compare");
        require(
                source != Source.EVENT
                        || condition == null
                        || !condition.field().isEmpty(),
                "a condition on an event names the field to compare");
        between(1, Long.MAX_VALUE, "a number of times", times);
    }

    /** Once, as soon as a note of this name comes. */
    public static Trigger event(String name) {
        return new Trigger(Source.EVENT, name, null, new DurationRange(0, 0), 1);
    }

    /** Whether this report is the one: {@code field} is empty for a state and for a note without a number. */
    boolean fits(Source reported, String reportedName, String field, long value) {
        return source == reported
                && name.equals(reportedName)
                && (condition == null
                        || ((source == Source.STATE || condition.field.equals(field)) && condition.holds(value)));
    }

    /** In a few words, such as {@code event leader-elected, term >= 2}. */
    @Override
    public String toString() {
        String what = source.name().toLowerCase(Locale.ROOT) + " " + name;
        return condition == null ? what : what + ", " + condition;
    }

    /**
     * A comparison of a reported number.
     *
     * @param field the note's field, such as {@code term}; empty for a state
     * @param comparison how
     * @param value with what
     */
    public record Condition(String field, Comparison comparison, long value) {

        boolean holds(long reported) {
            return switch (comparison) {
                case EQUAL -> reported == value;
                case NOT_EQUAL -> reported != value;
                case LESS -> reported < value;
                case AT_MOST -> reported <= value;
                case MORE -> reported > value;
                case AT_LEAST -> reported >= value;
            };
        }

        @Override
        public String toString() {
            return (field.isEmpty() ? "value" : field) + " " + comparison.sign() + " " + value;
        }
    }

    /** How two numbers are compared. */
    public enum Comparison {
        /** The same. */
        EQUAL("=="),
        /** Not the same. */
        NOT_EQUAL("!="),
        /** Less. */
        LESS("<"),
        /** Less or the same. */
        AT_MOST("<="),
        /** More. */
        MORE(">"),
        /** More or the same. */
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        /** As scenarios write it, such as {@code >=}. */
        public String sign() {
            return sign;
        }
    }
}
