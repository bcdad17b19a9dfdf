package dev.orrery.sim.system;

import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something that can be chosen of a system or a workload, and how it is written. Two options are the same if their names
 * are.
 *
 * @param <T> the type of its values
 */
public final class Option<T> {
    private final String name;
    private final Form form;
    private final String initial;
    private final T initialValue;
    private final String description;
    private final Function<String, T> parser;

    /** How an option's value is written, for schemas and reference pages. */
    public sealed interface Form {
        /** A duration with its unit, as {@code 50ms}. */
        record Duration() implements Form {}

        /** A duration, or two with dots between, as {@code 150ms..300ms}. */
        record Range() implements Form {}

        /** A whole number between two ends, both included. */
        record Count(long min, long max) implements Form {}

        /** {@code true} or {@code false}. */
        record Flag() implements Form {}

        /** One of a few words. */
        record Choice(List<String> words) implements Form {
            public Choice {
                words = List.copyOf(words);
            }
        }
    }

    private Option(String name, Form form, String initial, String description, Function<String, T> parser) {
        this.name = name;
        this.form = form;
        this.initial = initial;
        this.description = description;
        this.parser = parser;
        this.initialValue = parser.apply(initial);
    }

    /** A length of time in nanoseconds, more than 0. */
    public static Option<Long> duration(String name, String initial, String description) {
        return new Option<>(name, new Form.Duration(), initial, description, text -> {
            long nanos = Durations.parse(text);
            if (nanos == 0) {
                throw new IllegalArgumentException("'" + text + "' is no time at all: " + name + " is more than 0");
            }
            return nanos;
        });
    }

    /** A length of time that is drawn between two ends, the shorter more than 0. */
    public static Option<DurationRange> range(String name, String initial, String description) {
        return new Option<>(name, new Form.Range(), initial, description, text -> {
            DurationRange range = DurationRange.parse(text);
            if (range.min() == 0) {
                throw new IllegalArgumentException(
                        "'" + text + "' begins at no time at all: " + name + " is more than 0");
            }
            return range;
        });
    }

    /**
     * A whole number between two ends, both included.
     *
     * @throws IllegalArgumentException if {@code initial} is no such number
     */
    public static Option<Long> count(String name, long initial, long min, long max, String description) {
        return new Option<>(name, new Form.Count(min, max), Long.toString(initial), description, text -> {
            if (!text.matches("-?[0-9]{1,18}")) {
                throw new IllegalArgumentException("'" + text + "' is no whole number");
            }
            long number = Long.parseLong(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException(
                        "'" + text + "' is out of range: " + name + " is from " + min + " to " + max);
            }
            return number;
        });
    }

    /** Yes or no. */
    public static Option<Boolean> flag(String name, boolean initial, String description) {
        return new Option<>(name, new Form.Flag(), Boolean.toString(initial), description, text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        });
    }

    /**
     * One of a few words.
     *
     * @throws IllegalArgumentException if {@code initial} is none of them
     */
    public static Option<String> choice(String name, String initial, List<String> words, String description) {
        return new Option<>(name, new Form.Choice(words), initial, description, text -> {
            if (!words.contains(text)) {
                throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", words));
            }
            return text;
        });
    }

    /** In lower case with hyphens. */
    public String name() {
        return name;
    }

    /** How its values are written. */
    public Form form() {
        return form;
    }

    /** What it is when nothing is chosen, as it is written. */
    public String initial() {
        return initial;
    }

    /** What {@link #initial} means. */
    public T initialValue() {
        return initialValue;
    }

    /** What it changes, in a sentence. */
    public String description() {
        return description;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException if the text is none; the message says why and what is
     */
    public T parse(String text) {
        return parser.apply(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Option<?> that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
