package dev.orrery.scenarios.history;

/** A history with something in it for which a format has no form. The message says what. */
public final class UnwritableHistoryException extends Exception {
    private static final long serialVersionUID = 1;

    UnwritableHistoryException(String message) {
        super(message);
    }
}
