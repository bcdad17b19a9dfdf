package dev.orrery.sim.fault;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.Resolution.Resolved;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says which faults a budget does not allow, given what has happened before. */
final class Allowance {
    private final Budget budget;
    private final Stage stage;

    Allowance(Budget budget, Stage stage) {
        this.budget = budget;
        this.stage = stage;
    }

    /** Why a fault goes beyond the budget, in plain words; null if it does not. */
    @Nullable
    String excess(Resolved resolved) {
        Fault fault = resolved.fault();
        List<NodeId> nodes = resolved.nodes();
        if (fault instanceof ProcessFault.Kill kill && kill.disk() == CrashPolicy.WIPE) {
            int wiped = stage.casualties.wipedWith(nodes);
            if (wiped > budget.wiped()) {
                return beyond(wiped, "wiped", budget.wiped());
            }
        }
        if (damages(fault)) {
            int damaged = stage.casualties.damagedWith(nodes);
            if (damaged > limit(budget.damaged())) {
                return beyond(damaged, "damaged", limit(budget.damaged()));
            }
        }
        if (damages(fault) || takesForGood(fault)) {
            int lost = stage.casualties.lostWith(nodes);
            if (lost > limit(budget.lost())) {
                return beyond(lost, "lost", limit(budget.lost()));
            }
        }
        return null;
    }

    private int limit(int given) {
        return given < 0 ? TargetChoice.minority(stage.roster.servers().size()) : given;
    }

    private static boolean damages(Fault fault) {
        return fault instanceof DiskFault.BitRot
                || fault instanceof DiskFault.Misdirected
                || fault instanceof DiskFault.SyncError
                || (fault instanceof ProcessFault.Kill kill && kill.disk() == CrashPolicy.WIPE);
    }

    private static boolean takesForGood(Fault fault) {
        return (fault instanceof ProcessFault.Kill kill && kill.restartAfter() == null)
                || (fault instanceof ProcessFault.Stop stop && stop.restartAfter() == null)
                || fault instanceof MembershipFault.RemoveNode
                || fault instanceof MembershipFault.ReplaceNode;
    }

    private String beyond(int nodes, String what, int allowed) {
        return nodes + " of " + stage.roster.servers().size() + " servers would be " + what + ", and " + allowed
                + (allowed == 1 ? " is" : " are") + " allowed";
    }
}
