package dev.orrery.sim.trace;

import dev.orrery.sim.node.Message;
import org.jspecify.annotations.Nullable;

/** Finds out whether a message has changed since it was sent, component by component, down to the last byte. */
public final class ContentSeals {
    private final ValueText values = new ValueText(true);
    private final JsonText text = new JsonText();

    /**
     * Takes down what the message says now.
     *
     * @throws IllegalArgumentException if it is no record: of other classes nobody knows the content
     */
    public Message seal(Message message) {
        if (!(message instanceof Record)) {
            throw new IllegalArgumentException("a message is a record, and " + name(message) + " is not");
        }
        RecordShapes.Component[] components = components(message);
        long[] hashes = new long[components.length];
        for (int i = 0; i < components.length; i++) {
            hashes[i] = hash(components[i], message);
        }
        return new Sealed(message, hashes);
    }

    /** The message in a seal; itself if it has none. */
    public static Message open(Message message) {
        return message instanceof Sealed sealed ? sealed.message : message;
    }

    /** The first component that says something else than when it was sealed, as {@code Vote.term}; null if none does. */
    public @Nullable String changed(Message message) {
        if (message instanceof Sealed sealed) {
            RecordShapes.Component[] components = components(sealed.message);
            for (int i = 0; i < components.length; i++) {
                if (hash(components[i], sealed.message) != sealed.hashes[i]) {
                    return name(sealed.message) + "." + components[i].name();
                }
            }
        }
        return null;
    }

    private RecordShapes.Component[] components(Message message) {
        return values.shapes().of(message.getClass());
    }

    private long hash(RecordShapes.Component component, Message message) {
        text.clear();
        values.write(component.of(message), text);
        return Fnv.hash(Fnv.BEGIN, text.bytes(), text.length());
    }

    private static String name(Message message) {
        return message.getClass().getSimpleName();
    }

    /** A message with what its components said. */
    private static final class Sealed implements Message {
        private final Message message;
        private final long[] hashes;

        Sealed(Message message, long[] hashes) {
            this.message = message;
            this.hashes = hashes;
        }

        @Override
        public int size() {
            return message.size();
        }

        @Override
        public String toString() {
            return message.toString();
        }
    }
}
