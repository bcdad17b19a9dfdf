package dev.orrery.sim.explore;

import dev.orrery.sim.ProcessFactory;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A random system: four states a node, and a table of what a message or a time-out makes of a state and whom the node tells.
 * A node syncs the upper two states, so that it boots into them; one in three systems forgets to. All but the first node are
 * alike.
 */
final class Automata {
    private static final int STATES = 4;
    private static final int KINDS = 3;
    private static final int NODES = 3;

    private final int[][] nextState = new int[STATES][KINDS];
    private final int[][] says = new int[STATES][KINDS];
    private final int[][] whom = new int[STATES][KINDS];
    private final boolean syncs;
    private final boolean telling;

    /**
     * The system of a seed.
     *
     * @param telling whether its processes and invariants tell their states
     */
    Automata(long seed, boolean telling) {
        RandomStream random = new RandomStream(seed);
        for (int state = 0; state < STATES; state++) {
            for (int kind = 0; kind < KINDS; kind++) {
                nextState[state][kind] = random.below(STATES);
                says[state][kind] = random.below(KINDS);
                whom[state][kind] = random.below(4);
            }
        }
        syncs = random.below(3) > 0;
        this.telling = telling;
    }

    record Told(int kind, int hops) implements Message {}

    /** A node of it. */
    class Node implements Process {
        private final Host host;
        int state;

        Node(Host host) {
            this.host = host;
        }

        @Override
        public void start() {
            host.disk().read("state", 0, 1, (bytes, error) -> {
                state = bytes.length == 0 ? 0 : bytes[0];
                host.timer("tick", () -> step(host.self(), 2, 1)).set(1);
                if (host.self().index() == 0) {
                    tellOthers(0, 1);
                }
            });
        }

        @Override
        public void receive(NodeId from, Message message) {
            Told told = (Told) message;
            step(from, told.kind(), told.hops());
        }

        private void step(NodeId from, int kind, int hops) {
            int to = whom[state][kind];
            int saying = says[state][kind];
            state = nextState[state][kind];
            if (state >= 2) {
                host.disk().write("state", 0, new byte[] {(byte) state}, error -> {});
                if (syncs) {
                    host.disk().sync("state", error -> {});
                }
            }
            if (hops > 0 && to == 1) {
                host.send(from, new Told(saying, hops - 1));
            } else if (hops > 0 && to == 2) {
                tellOthers(saying, hops - 1);
            }
        }

        private void tellOthers(int kind, int hops) {
            for (NodeId node : nodes()) {
                if (!node.equals(host.self())) {
                    host.send(node, new Told(kind, hops));
                }
            }
        }
    }

    private final class TellingNode extends Node implements Fingerprinted {
        TellingNode(Host host) {
            super(host);
        }

        @Override
        public void fingerprint(Fingerprint into) {
            into.number(state);
        }
    }

    /** No two nodes are in the last state at once, as far as it was last seen. */
    static final class OneAtMost implements Invariant {
        private final Set<NodeId> last = new TreeSet<>();

        @Override
        public String name() {
            return "one-at-most";
        }

        @Override
        public @Nullable String touched(NodeId node, Process process) {
            if (((Node) process).state == STATES - 1) {
                last.add(node);
            } else {
                last.remove(node);
            }
            return last.size() > 1 ? "two in the last state" : null;
        }

        @Override
        public void crashed(NodeId node) {
            last.remove(node);
        }
    }

    /** Who was in the last state never goes back to the first. */
    static final class NeverBack implements Invariant, Fingerprinted {
        private final Set<NodeId> been = new TreeSet<>();

        @Override
        public String name() {
            return "never-back";
        }

        @Override
        public @Nullable String touched(NodeId node, Process process) {
            int state = ((Node) process).state;
            if (state == STATES - 1) {
                been.add(node);
            }
            return state == 0 && been.contains(node) ? "went back" : null;
        }

        @Override
        public void fingerprint(Fingerprint into) {
            into.unordered(been, Fingerprint::value);
        }
    }

    static List<NodeId> nodes() {
        List<NodeId> nodes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            nodes.add(new NodeId(i, "n" + (i + 1)));
        }
        return nodes;
    }

    Model model() {
        ProcessFactory factory = host -> telling ? new TellingNode(host) : new Node(host);
        return new Model(
                nodes(),
                NODES,
                () -> List.of(factory, factory, factory),
                List.of(OneAtMost::new, NeverBack::new),
                List.of(nodes().subList(1, NODES)));
    }
}
