package dev.orrery.algorithms.lock.system;

import dev.orrery.sim.Observer;
import dev.orrery.sim.check.StallReason;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows what nodes say of themselves, and who went down, and tells it when nobody gets the lock any more. */
final class WhoHolds implements Observer, StallReason {
    private static final String DOWN = "down";
    private static final String HOLDER = "holder";

    private final Map<NodeId, String> roles = new TreeMap<>();
    private final Map<NodeId, Long> since = new TreeMap<>();

    @Override
    public void role(NodeId node, String role, long at) {
        roles.put(node, role);
        since.put(node, at);
    }

    @Override
    public void down(NodeId node, long at) {
        role(node, HOLDER.equals(roles.get(node)) ? HOLDER + ", " + DOWN : DOWN, at);
    }

    @Override
    public @Nullable String between(long from, long to) {
        List<String> words = new ArrayList<>();
        tell(HOLDER, "holds the lock", words);
        tell(HOLDER + ", " + DOWN, "was killed while it held the lock", words);
        tell(DOWN, "is down", words);
        tell("halted", "takes no part any more after a crash", words);
        if (words.isEmpty() && roles.containsValue("waiting")) {
            words.add("nobody holds the lock, and all who want it wait for each other or for messages that were lost");
        }
        return words.isEmpty() ? null : String.join("; ", words);
    }

    private void tell(String role, String what, List<String> words) {
        roles.forEach((node, own) -> {
            if (own.equals(role)) {
                words.add(node + " " + what + " since " + Durations.format(since.getOrDefault(node, 0L)));
            }
        });
    }
}
