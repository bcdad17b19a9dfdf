package dev.orrery.scenarios.language;

import java.util.List;

/**
 * A file as it was read, to show lines of it.
 *
 * @param name what the file is called in reports
 * @param lines its lines without their ends; line 1 is the first
 */
public record SourceText(String name, List<String> lines) {

    public SourceText {
        lines = List.copyOf(lines);
    }

    /** Splits a text into lines, at the ends that YAML knows: LF, CR LF and CR. */
    static SourceText of(String name, String text) {
        return new SourceText(name, List.of(text.split("\r\n|\n|\r", -1)));
    }

    /** The line of that number, from 1; empty outside the text. */
    String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
