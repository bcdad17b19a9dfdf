package dev.orrery.scenarios.history;

import dev.orrery.sim.history.HistoryText;
import dev.orrery.sim.history.UnreadableHistoryException;

/** The lines of a text that are not blank, each with its place. */
final class TextLines {

    /** Told of one line after the other. */
    interface Listener {
        /** A line, without blanks at its ends, and where it begins. */
        void line(String line, int place, HistoryText source) throws UnreadableHistoryException;
    }

    private TextLines() {}

    static void forEach(HistoryText source, Listener listener) throws UnreadableHistoryException {
        String text = source.text();
        int start = 0;
        while (start < text.length()) {
            int next = text.indexOf('\n', start);
            int end = next < 0 ? text.length() : next;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                listener.line(
                        line.strip(),
                        start + line.length() - line.stripLeading().length(),
                        source);
            }
            start = end + 1;
        }
    }
}
