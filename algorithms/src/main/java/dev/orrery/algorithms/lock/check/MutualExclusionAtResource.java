package dev.orrery.algorithms.lock.check;

import dev.orrery.algorithms.lock.resource.Resource;
import dev.orrery.sim.check.Counted;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/** The resource takes no write over what its writer has not seen: sections that followed each other would have seen it. */
final class MutualExclusionAtResource implements Invariant {
    private long before;
    private long now;
    private long refused;

    @Override
    public String name() {
        return "mutual-exclusion-at-resource";
    }

    @Override
    public boolean concerns(Process process) {
        return process instanceof Resource;
    }

    @Override
    public void booted(NodeId node, Process process) {
        before += now;
        now = 0;
    }

    @Override
    public @Nullable String touched(NodeId node, Process process) {
        Resource resource = (Resource) process;
        now = resource.writes();
        refused = Math.max(refused, resource.refused());
        return resource.lostUpdate();
    }

    @Override
    public String evidence() {
        return Counted.of(before + now, "write") + ", " + refused + " refused";
    }
}
