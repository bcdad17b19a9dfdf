package dev.orrery.scenarios.example;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/** A keeper that has read its disk has at least as many pages as any keeper before it. */
final class NoPageLost implements Invariant {
    private int most;

    @Override
    public String name() {
        return "no-page-lost";
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        if (!(process instanceof Keeper keeper) || !keeper.isOpen()) {
            return null;
        }
        if (keeper.pages() < most) {
            return node + " opened a notebook of " + keeper.pages() + " pages, and there were " + most;
        }
        most = keeper.pages();
        return null;
    }

    @Override
    public String evidence() {
        return most + " pages";
    }
}
