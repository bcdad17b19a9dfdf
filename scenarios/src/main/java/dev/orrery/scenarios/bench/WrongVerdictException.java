package dev.orrery.scenarios.bench;

/** A check that was measured decided wrongly, so its speed means nothing. */
final class WrongVerdictException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongVerdictException(String message) {
        super(message);
    }
}
