package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.random.Mix;
import java.util.ArrayList;
import java.util.List;

/**
 * The kinds of messages that a simulation has seen: a kind is a class, known to the outside by its simple name. There are
 * few, so a search through the list is quicker than hashing, and it needs no identity hash code.
 */
final class MessageKinds {
    private final List<Kind> kinds = new ArrayList<>();

    Kind of(Message message) {
        Class<?> type = message.getClass();
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).type == type) {
                return kinds.get(i);
            }
        }
        Kind kind = new Kind(type, kinds.size(), Mix.hash(type.getSimpleName()));
        kinds.add(kind);
        return kind;
    }

    /**
     * A kind of message.
     *
     * @param number in order of first use, which differs when a kind is added; for indexing only
     * @param hash of its name, which does not; for keys
     */
    record Kind(Class<?> type, int number, long hash) {}
}
