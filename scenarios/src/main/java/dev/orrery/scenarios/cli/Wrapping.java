package dev.orrery.scenarios.cli;

import java.util.ArrayList;
import java.util.List;

/** Breaks long lines between words. */
final class Wrapping {
    private Wrapping() {}

    /** The same text in lines that end in LF and are no longer than a width, as far as its words allow it. */
    static String text(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.lines().toList()) {
            String words = line.stripLeading();
            String indent = " ".repeat(line.length() - words.length());
            for (String piece : lines(words, width - indent.length())) {
                wrapped.append(piece.isEmpty() ? "" : indent).append(piece).append('\n');
            }
        }
        return wrapped.toString();
    }

    /** A line in pieces that are no longer than a width, as far as its words allow it; at least one piece. */
    static List<String> lines(String line, int width) {
        List<String> pieces = new ArrayList<>();
        String rest = line;
        while (rest.length() > width) {
            int end = rest.lastIndexOf(' ', width);
            if (end <= 0) {
                end = rest.indexOf(' ');
            }
            if (end <= 0) {
                break;
            }
            pieces.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        pieces.add(rest);
        return pieces;
    }
}
