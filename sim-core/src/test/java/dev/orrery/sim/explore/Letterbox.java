package dev.orrery.sim.explore;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A receiver that keeps what it is sent, and senders that send one letter each. */
final class Letterbox {
    static final NodeId RECEIVER = new NodeId(0, "n1");

    private Letterbox() {}

    record Letter(NodeId from) implements Message {}

    /** Remembers from whom it has letters: in whatever order they came, if it tells what it remembers. */
    static class Receiver implements Process {
        final TreeSet<NodeId> seen = new TreeSet<>();

        @Override
        public void start() {}

        @Override
        public void receive(NodeId from, Message message) {
            seen.add(from);
        }
    }

    static final class TellingReceiver extends Receiver implements Fingerprinted {
        @Override
        public void fingerprint(Fingerprint into) {
            into.unordered(seen, Fingerprint::value);
        }
    }

    private static final class Sender implements Process, Fingerprinted {
        private final Host host;

        Sender(Host host) {
            this.host = host;
        }

        @Override
        public void start() {
            host.send(RECEIVER, new Letter(host.self()));
        }

        @Override
        public void receive(NodeId from, Message message) {}

        @Override
        public void fingerprint(Fingerprint into) {}
    }

    /** Never so many letters at once. */
    static final class FewerThan implements Invariant {
        private final int limit;

        FewerThan(int limit) {
            this.limit = limit;
        }

        @Override
        public String name() {
            return "fewer-than-" + limit;
        }

        @Override
        public @Nullable String touched(NodeId node, Process process) {
            return process instanceof Receiver receiver && receiver.seen.size() >= limit
                    ? "letters of " + receiver.seen
                    : null;
        }
    }

    static Model model(int senders, boolean telling, List<Supplier<Invariant>> invariants) {
        List<NodeId> nodes = new ArrayList<>(List.of(RECEIVER));
        for (int i = 1; i <= senders; i++) {
            nodes.add(new NodeId(i, "n" + (i + 1)));
        }
        List<ProcessFactory> factories = new ArrayList<>();
        factories.add(host -> telling ? new TellingReceiver() : new Receiver());
        for (int i = 1; i <= senders; i++) {
            factories.add(Sender::new);
        }
        return new Model(nodes, nodes.size(), () -> factories, invariants, List.of(nodes.subList(1, nodes.size())));
    }
}
