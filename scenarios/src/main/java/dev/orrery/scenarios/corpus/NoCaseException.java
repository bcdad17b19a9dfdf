package dev.orrery.scenarios.corpus;

/** A file that is no saved case. The message says in plain words why. */
public final class NoCaseException extends Exception {
    private static final long serialVersionUID = 1;

    NoCaseException(String message) {
        super(message);
    }
}
