package dev.orrery.scenarios.cli;

import java.util.List;

/** Two lines that should be the same, one below the other, with a mark at the first difference. */
final class SideBySide {
    private static final int WIDEST = 160;
    private static final int BEFORE = 60;

    private SideBySide() {}

    /** The lines, each behind its name. */
    static List<String> of(String firstName, String first, String secondName, String second) {
        int same = 0;
        while (same < first.length() && same < second.length() && first.charAt(same) == second.charAt(same)) {
            same++;
        }
        // Very long lines are shown around the difference.
        int from = Math.max(first.length(), second.length()) <= WIDEST ? 0 : Math.max(0, same - BEFORE);
        String margin = from > 0 ? "…" : "";
        int width = Math.max(firstName.length(), secondName.length());
        return List.of(
                "  " + padded(firstName, width) + "  " + margin + shown(first, from),
                "  " + padded(secondName, width) + "  " + margin + shown(second, from),
                " ".repeat(2 + width + 2 + margin.length() + same - from) + "^");
    }

    private static String shown(String line, int from) {
        String rest = line.substring(Math.min(from, line.length()));
        return rest.length() <= WIDEST ? rest : rest.substring(0, WIDEST) + "…";
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
