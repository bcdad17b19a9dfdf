package dev.orrery.scenarios.language.keys;

import dev.orrery.sim.fault.Trigger.Comparison;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Comparisons in words: {@code >= 2}, or {@code 2} for the number itself. */
final class Comparisons {
    private static final Pattern WORDS = Pattern.compile("(==|!=|<=|>=|<|>)?\\s*(\\S.*)");

    private Comparisons() {}

    /** A comparison and the whole number to compare with. */
    record Bound(Comparison comparison, long number) {}

    /**
     * Reads a comparison with a whole number.
     *
     * @throws IllegalArgumentException if it is none; the message says what is
     */
    static Bound parse(String text) {
        Matcher words = WORDS.matcher(text.strip());
        if (!words.matches() || !words.group(2).matches("-?[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no comparison: write a whole number, or a comparison in quotes, as \">= 2\"");
        }
        return new Bound(comparison(words.group(1) == null ? "==" : words.group(1)), Long.parseLong(words.group(2)));
    }

    /** As {@link #parse} reads it. */
    static String format(Comparison comparison, long number) {
        return comparison == Comparison.EQUAL ? Long.toString(number) : comparison.sign() + " " + number;
    }

    /** The comparison with that sign. */
    static Comparison comparison(String sign) {
        for (Comparison comparison : Comparison.values()) {
            if (comparison.sign().equals(sign)) {
                return comparison;
            }
        }
        throw new IllegalArgumentException("'" + sign + "' compares nothing");
    }
}
