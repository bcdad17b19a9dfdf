package dev.orrery.sim.history;

/** A text that is no history in the form it should have. The message names the line and column and says what is wrong there. */
public final class UnreadableHistoryException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;
    private final String what;

    UnreadableHistoryException(int line, int column, String what) {
        super("line " + line + ", column " + column + ": " + what);
        this.line = line;
        this.column = column;
        this.what = what;
    }

    /** The line at which the text stops making sense, from 1. */
    public int line() {
        return line;
    }

    /** The character of that line, from 1; a character outside the basic plane counts as one. */
    public int column() {
        return column;
    }

    /** What is wrong there, or was expected instead. */
    public String what() {
        return what;
    }
}
