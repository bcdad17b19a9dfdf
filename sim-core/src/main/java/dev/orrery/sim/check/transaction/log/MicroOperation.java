package dev.orrery.sim.check.transaction.log;

import org.jspecify.annotations.Nullable;

/**
 * One of the things that a transaction does, in order.
 *
 * @param kind what is done
 * @param key to which object; null where a history is about one object only
 * @param value what is appended or written; of a read what was seen, where null stands for nothing
 */
public record MicroOperation(
        Kind kind, @Nullable Object key, @Nullable Object value) {

    /** What can be done. */
    public enum Kind {
        /** The whole of a list, or of a register, is read. */
        READ("r"),
        /** An element is put at the end of a list. */
        APPEND("append"),
        /** A register is overwritten. */
        WRITE("w");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As Jepsen and Elle write it, without a colon. */
        public String text() {
            return text;
        }
    }

    /** As Jepsen and Elle write it, without colons: {@code append x 5}, {@code r y [1 2]}. */
    @Override
    public String toString() {
        return kind.text() + " " + key + " " + Words.of(value);
    }
}
