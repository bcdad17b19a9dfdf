package dev.orrery.algorithms.raft.check;

import dev.orrery.sim.node.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** What an invariant remembers of each server it has seen. */
final class PerServer<T> {
    private final List<T> memories = new ArrayList<>();
    private final Supplier<T> blank;

    PerServer(Supplier<T> blank) {
        this.blank = blank;
    }

    T of(NodeId server) {
        while (memories.size() <= server.index()) {
            memories.add(blank.get());
        }
        return memories.get(server.index());
    }

    /** Remembers nothing of a server any more. */
    void forget(NodeId server) {
        of(server);
        memories.set(server.index(), blank.get());
    }

    /** Of all servers, by index. */
    List<T> all() {
        return Collections.unmodifiableList(memories);
    }
}
