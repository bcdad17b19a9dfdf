package dev.orrery.sim.history;

/**
 * The text of a recorded history. Places in it are offsets.
 *
 * @param text all of it
 */
public record HistoryText(String text) {

    /** What to throw about a place. */
    public UnreadableHistoryException error(int place, String what) {
        int line = 1;
        int lineStart = 0;
        for (int i = text.indexOf('\n'); i >= 0 && i < place; i = text.indexOf('\n', i + 1)) {
            line++;
            lineStart = i + 1;
        }
        return new UnreadableHistoryException(line, text.codePointCount(lineStart, place) + 1, what);
    }
}
