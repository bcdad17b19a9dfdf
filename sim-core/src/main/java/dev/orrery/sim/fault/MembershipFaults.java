package dev.orrery.sim.fault;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.MembershipFault.AddNode;
import dev.orrery.sim.fault.MembershipFault.RemoveNode;
import dev.orrery.sim.fault.MembershipFault.ReplaceNode;
import dev.orrery.sim.fault.MembershipFault.TransferLeadership;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** Carries out what an operator does to the membership. */
final class MembershipFaults {
    private static final String ADD = "add-node";
    private static final String REMOVE = "remove-node";

    private final Stage stage;
    private final Operator operator;

    MembershipFaults(Stage stage, Operator operator) {
        this.stage = stage;
        this.operator = operator;
    }

    void begin(MembershipFault fault, Occurrence occurrence) {
        if (fault instanceof AddNode add) {
            join(String.valueOf(add.name()), add.zone(), occurrence);
        } else if (fault instanceof RemoveNode remove) {
            occurrence.nodes.forEach(node -> remove(node, remove.leaveAfter(), occurrence));
        } else if (fault instanceof ReplaceNode replace) {
            replace(occurrence.nodes.get(0), String.valueOf(replace.name()), occurrence);
        } else if (fault instanceof TransferLeadership) {
            operator.command(fault.kind(), occurrence.nodes.get(0), occurrence.number);
        }
    }

    private void join(String name, @Nullable String zone, Occurrence occurrence) {
        NodeId newcomer = stage.newcomers.add(name, zone);
        stage.roster.addServer(newcomer);
        operator.command(ADD, newcomer, occurrence.number);
    }

    private void remove(NodeId node, long leaveAfter, Occurrence occurrence) {
        stage.casualties.lost(node);
        operator.command(REMOVE, node, occurrence.number);
        stage.agenda.goOn(occurrence.number, stage.simulation.now() + leaveAfter, () -> {
            if (!stage.isHealed() && !stage.simulation.isRemoved(node)) {
                stage.simulation.remove(node);
            }
        });
    }

    private void replace(NodeId old, String name, Occurrence occurrence) {
        stage.casualties.lost(old);
        stage.simulation.kill(old, CrashPolicy.LOSE_UNSYNCED);
        stage.simulation.remove(old);
        join(name, stage.simulation.zone(old), occurrence);
        operator.command(REMOVE, old, occurrence.number);
    }
}
