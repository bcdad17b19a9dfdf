package dev.orrery.scenarios.sweep;

/** Why a sweep, or a part of one, came to its end. */
public enum Ending {
    /** All seeds were run. */
    COMPLETE("complete", ""),
    /** A run failed, and that was to be the end. */
    FIRST_FAILURE("first-failure", "stopped at the first failure"),
    /** The time was over. */
    TIME_LIMIT("time-limit", "stopped by the time limit"),
    /** Somebody ended it. */
    INTERRUPTED("interrupted", "interrupted");

    private final String text;
    private final String words;

    Ending(String text, String words) {
        this.text = text;
        this.words = words;
    }

    /** As files say it. */
    public String text() {
        return text;
    }

    /** In plain words; empty if it is complete. */
    public String words() {
        return words;
    }

    static Ending of(String text) {
        for (Ending ending : values()) {
            if (ending.text.equals(text)) {
                return ending;
            }
        }
        throw new IllegalArgumentException("no sweep ends as '" + text + "'");
    }
}
