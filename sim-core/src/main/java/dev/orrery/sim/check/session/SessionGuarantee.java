package dev.orrery.sim.check.session;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a client may expect of its own session (Terry et al., Session guarantees for weakly consistent replicated data, PDIS 1994). */
public enum SessionGuarantee {
    /** Reads see what the session wrote, or something newer. */
    READ_YOUR_WRITES(
            "read-your-writes", "A client that reads a key after it wrote there sees its last write or a later one."),
    /** Reads never go back. */
    MONOTONIC_READS("monotonic-reads", "A client that reads a key twice never sees an older version the second time."),
    /** Writes take effect in the order in which the session wrote. */
    MONOTONIC_WRITES("monotonic-writes", "The writes of a client to a key take effect in the order in which it wrote."),
    /** Writes come after what the session had read. */
    WRITES_FOLLOW_READS(
            "writes-follow-reads", "What a client writes to a key comes after the versions that it had read there."),
    /** Whoever sees an effect sees its causes. */
    CAUSAL(
            "causal",
            "Who sees a write sees all that its client had seen and written before, over all keys and clients: a read"
                    + " never returns what was overwritten in its own past.");

    private final String text;
    private final String description;

    SessionGuarantee(String text, String description) {
        this.text = text;
        this.description = description;
    }

    /** The guarantee of that name, in upper or lower case; empty if there is none. */
    public static Optional<SessionGuarantee> named(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(guarantee -> guarantee.text.equals(asked))
                .findFirst();
    }

    /** All names. */
    public static List<String> names() {
        return Arrays.stream(values()).map(SessionGuarantee::text).toList();
    }

    /** Its name in the literature, in lower case with hyphens. */
    public String text() {
        return text;
    }

    /** What holds when it holds, in a sentence. */
    public String description() {
        return description;
    }
}
