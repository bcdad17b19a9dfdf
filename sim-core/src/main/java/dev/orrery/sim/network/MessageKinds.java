package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.random.Mix;
import java.util.Arrays;

/**
 * The kinds of messages that a simulation has seen: a kind is a class, known to the outside by its simple name. There are
 * few, so a search through them all is quicker than hashing, and it needs no identity hash code.
 */
final class MessageKinds {
    private Kind[] kinds = {};

    Kind of(Message message) {
        Class<?> type = message.getClass();
        for (Kind kind : kinds) {
            if (kind.type == type) {
                return kind;
            }
        }
        Kind kind = new Kind(type, kinds.length, Mix.hash(type.getSimpleName()));
        kinds = Arrays.copyOf(kinds, kinds.length + 1);
        kinds[kind.number] = kind;
        return kind;
    }

    /** The name of the kind with this number. */
    String name(int number) {
        return kinds[number].type.getSimpleName();
    }

    /**
     * A kind of message.
     *
     * @param number in order of first use, which differs when a kind is added; for indexing only
     * @param hash of its name, which does not; for keys
     */
    record Kind(Class<?> type, int number, long hash) {}
}
