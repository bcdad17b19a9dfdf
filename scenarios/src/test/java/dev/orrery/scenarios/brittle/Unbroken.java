package dev.orrery.scenarios.brittle;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Does not hold under the circumstances that the flaw names. */
final class Unbroken implements Invariant {
    private final Map<String, Integer> crashes = new TreeMap<>();
    private boolean asked;

    @Override
    public String name() {
        return "unbroken";
    }

    @Override
    public void crashed(NodeId node) {
        crashes.merge(node.name(), 1, Integer::sum);
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof Server server)) {
            return null;
        }
        asked |= server.flaw.equals("at-the-end") && !server.asks.isEmpty();
        boolean broken = switch (server.flaw) {
            case "always" -> true;
            case "overtaking" -> server.overtaken;
            case "all-of-it" ->
                crashes.containsKey("n2")
                        && crashes.containsKey("n3")
                        && server.asks.getOrDefault("c1", 0) >= 2
                        && server.asks.containsKey("c2");
            default -> false;
        };
        return broken ? node + " is broken" : null;
    }

    @Override
    public @Nullable String swept() {
        return asked ? "it was broken all the time" : null;
    }
}
