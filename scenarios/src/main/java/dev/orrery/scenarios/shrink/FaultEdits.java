package dev.orrery.scenarios.shrink;

import dev.orrery.sim.fault.Fault;
import dev.orrery.sim.fault.Heal;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.PlannedFault;
import dev.orrery.sim.fault.Target;
import dev.orrery.sim.fault.Timing;
import dev.orrery.sim.time.DurationRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same faults, but for a thing or two. */
final class FaultEdits {

    private FaultEdits() {}

    /** The fault at another time. */
    static PlannedFault at(PlannedFault planned, long time) {
        return new PlannedFault(planned.fault(), new Timing.At(time), planned.length());
    }

    /** The fault with another length. */
    static PlannedFault lasting(PlannedFault planned, @Nullable Long length) {
        return new PlannedFault(
                planned.fault(), planned.timing(), length == null ? null : new DurationRange(length, length));
    }

    /** Another fault at the same time. */
    static PlannedFault doing(PlannedFault planned, Fault fault) {
        return new PlannedFault(fault, planned.timing(), planned.length());
    }

    /** The fault of those nodes alone that are among these; empty if it hits none of them. */
    static Optional<PlannedFault> among(PlannedFault planned, List<String> nodes) {
        Target target = planned.fault().target();
        Fault fault = planned.fault();
        if (!target.nodes().isEmpty()) {
            List<String> left = target.nodes().stream().filter(nodes::contains).toList();
            if (left.isEmpty()) {
                return Optional.empty();
            }
            fault = fault.aimedAt(new Target(left, null, null, false, target.mode(), target.value()));
        }
        if (fault instanceof Partition partition && !partition.groups().isEmpty()) {
            List<List<String>> groups = partition.groups().stream()
                    .map(group -> group.stream().filter(nodes::contains).toList())
                    .filter(group -> !group.isEmpty())
                    .toList();
            if (groups.isEmpty()) {
                return Optional.empty();
            }
            fault = new Partition(
                    partition.shape(), partition.target(), partition.direction(), partition.block(), groups);
        }
        return Optional.of(doing(planned, fault));
    }

    /** The heal with a core of those nodes alone that are among these. */
    static @Nullable Heal among(@Nullable Heal heal, List<String> nodes) {
        return heal == null
                ? null
                : new Heal(
                        heal.at(), heal.core().stream().filter(nodes::contains).toList(), heal.convergeWithin());
    }
}
