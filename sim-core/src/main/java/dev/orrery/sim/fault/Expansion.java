package dev.orrery.sim.fault;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.Draws.Choice;
import dev.orrery.sim.fault.NetworkFault.Clog;
import dev.orrery.sim.fault.ProcessFault.Kill;
import dev.orrery.sim.fault.ProcessFault.Rolling;
import dev.orrery.sim.fault.ProcessFault.Stop;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a fault that is a whole course of events apart into its single faults. */
final class Expansion {
    private Expansion() {}

    /** Whether this fault is a course of others. */
    static boolean isNeeded(Fault fault) {
        return fault instanceof Rolling || (fault instanceof Clog clog && clog.strategy() == Clog.Strategy.SWIZZLE);
    }

    /**
     * The single faults, each with its time.
     *
     * @param nodes whom it hits
     * @param now when it begins
     * @param length how long it lasts; null: it does not end
     * @param key of what is left to chance
     */
    static List<PlannedFault> of(Fault fault, List<NodeId> nodes, long now, @Nullable Long length, long key) {
        return fault instanceof Rolling rolling
                ? restarts(rolling, nodes, now, key)
                : swizzle((Clog) fault, nodes, now, length, key);
    }

    private static List<PlannedFault> restarts(Rolling rolling, List<NodeId> nodes, long now, long key) {
        List<PlannedFault> restarts = new ArrayList<>();
        long at = now;
        for (NodeId node : TargetChoice.shuffled(nodes, Choice.ORDER.of(key))) {
            long own = own(key, node);
            DurationRange down = exactly(Choice.RESTART.from(rolling.down(), own));
            Target target = Target.nodes(node.name());
            Fault restart =
                    rolling.clean() ? new Stop(target, down) : new Kill(target, down, CrashPolicy.LOSE_UNSYNCED, null);
            restarts.add(new PlannedFault(restart, new Timing.At(at), null));
            at += down.min() + Choice.PERIOD.from(rolling.pause(), own);
        }
        return restarts;
    }

    /** One node's links after the other's, within the stagger; and let go within the stagger after the length. */
    private static List<PlannedFault> swizzle(
            Clog clog, List<NodeId> nodes, long now, @Nullable Long length, long key) {
        Distribution stagger = Distribution.uniform(0, clog.stagger());
        List<PlannedFault> clogs = new ArrayList<>();
        for (NodeId node : nodes) {
            long own = own(key, node);
            long begin = stagger.sample(Choice.AFTER.of(own));
            long end = stagger.sample(Choice.LENGTH.of(own));
            DurationRange lasts = length == null ? null : exactly(Math.max(0, length + end - begin));
            Clog single =
                    new Clog(Clog.Strategy.AT_ONCE, clog.stagger(), clog.links().aimedAt(Target.nodes(node.name())));
            clogs.add(new PlannedFault(single, new Timing.At(now + begin), lasts));
        }
        return clogs;
    }

    private static long own(long key, NodeId node) {
        return Mix.combine(key, Mix.hash(node.name()));
    }

    private static DurationRange exactly(long nanos) {
        return new DurationRange(nanos, nanos);
    }
}
