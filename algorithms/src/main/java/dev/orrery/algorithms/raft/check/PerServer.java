package dev.orrery.algorithms.raft.check;

import dev.orrery.sim.node.NodeId;
import java.util.Arrays;
import java.util.function.Supplier;

/** What an invariant remembers of each server it has seen; it is asked for after every event, so it is an array. */
final class PerServer<T> {
    private final Supplier<T> blank;
    private Object[] memories = {};

    PerServer(Supplier<T> blank) {
        this.blank = blank;
    }

    @SuppressWarnings("unchecked") // Only what a supplier of T gave is put in.
    T of(NodeId server) {
        int index = server.index();
        if (index >= memories.length) {
            grow(Math.max(index + 1, 2 * memories.length));
        }
        return (T) memories[index];
    }

    private void grow(int size) {
        int known = memories.length;
        memories = Arrays.copyOf(memories, size);
        for (int i = known; i < size; i++) {
            memories[i] = blank.get();
        }
    }

    /** Remembers nothing of a server any more. */
    void forget(NodeId server) {
        of(server);
        memories[server.index()] = blank.get();
    }

    /** How many servers there are to remember; the memory of each is had by its index. */
    int size() {
        return memories.length;
    }

    @SuppressWarnings("unchecked") // As above.
    T at(int index) {
        return (T) memories[index];
    }
}
