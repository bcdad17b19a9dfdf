package dev.orrery.sim.explore;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The invariants that do not tell what they remember: each state is shown to new ones, as if all nodes had booted just so.
 * That finds what is wrong with a state by itself, and not what is wrong with the way to it.
 */
final class Glances {
    private final List<Supplier<Invariant>> invariants;
    private final LocalStates local;
    private final List<NodeId> nodes;
    private final LongTable judged = new LongTable();

    /** What does not hold, and whose words say so. */
    record Finding(String invariant, String message) {}

    Glances(List<Supplier<Invariant>> invariants, LocalStates local, List<NodeId> nodes) {
        this.invariants = invariants;
        this.local = local;
        this.nodes = nodes;
    }

    /**
     * Judges a state of the system, unless the same states of the nodes were judged before.
     *
     * @param state begins with the numbers of the nodes' states
     */
    @Nullable
    Finding judge(int[] state) {
        if (invariants.isEmpty()) {
            return null;
        }
        long key = 0;
        for (int i = 0; i < nodes.size(); i++) {
            key = Long.rotateLeft(key * 0x9E3779B97F4A7C15L, 29) + state[i] + 1;
        }
        if (judged.get(key) != LongTable.NONE) {
            return null;
        }
        judged.put(key, 0);
        for (Supplier<Invariant> make : invariants) {
            Invariant invariant = make.get();
            String message = judge(invariant, state);
            if (message != null) {
                return new Finding(invariant.name(), message);
            }
        }
        return null;
    }

    private @Nullable String judge(Invariant invariant, int[] state) {
        for (int i = 0; i < nodes.size(); i++) {
            Process process = local.get(state[i]).process();
            if (invariant.concerns(process)) {
                invariant.booted(nodes.get(i), process);
                String message = invariant.touched(nodes.get(i), process);
                if (message != null) {
                    return message;
                }
            }
        }
        return invariant.swept();
    }

    /** Their names. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        invariants.forEach(make -> names.add(make.get().name()));
        return names;
    }
}
