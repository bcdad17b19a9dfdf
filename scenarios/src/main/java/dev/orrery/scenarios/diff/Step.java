package dev.orrery.scenarios.diff;

import dev.orrery.sim.time.Durations;

/**
 * An event of a trace, by what it is.
 *
 * @param identity what it is, in words: {@code n1 sends AppendEntries 3 to n2}; no two events of a run have the same
 * @param node whose event it is; empty if it is nobody's
 * @param at when it happened, in virtual nanoseconds
 * @param content what else is known of it, as the trace writes it; may be empty
 */
public record Step(String identity, String node, long at, String content) {

    /** Whether the other one happened at the same time, with the same content. */
    boolean isLike(Step other) {
        return at == other.at && content.equals(other.content);
    }

    /** In words, with time and content. */
    public String words() {
        return Durations.format(at) + " " + identity + (content.isEmpty() ? "" : " " + content);
    }
}
