package dev.orrery.sim.history;

/**
 * A keyword of EDN among the values of a history, as the {@code :append} in {@code [:append "x" 3]}.
 *
 * @param name without the colon
 */
public record Keyword(String name) {
    /** As EDN writes it, with its colon. */
    @Override
    public String toString() {
        return ":" + name;
    }
}
