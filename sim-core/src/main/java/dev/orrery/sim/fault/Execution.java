package dev.orrery.sim.fault;

import dev.orrery.sim.fault.Draws.Choice;
import dev.orrery.sim.fault.Resolution.Resolved;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;
import dev.orrery.sim.trace.TracedFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes faults begin and end, numbers them, and keeps what was done. */
final class Execution {
    private final Stage stage;
    private final Resolution resolution;
    private final Operator operator;
    private final NetworkFaults network;
    private final ProcessFaults processes;
    private final ClockFaults clocks;
    private final MembershipFaults membership;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
    private final List<String> heldBack = new ArrayList<>();

    Execution(Stage stage) {
        this.stage = stage;
        resolution = new Resolution(stage);
        operator = new Operator(stage);
        network = new NetworkFaults(stage);
        processes = new ProcessFaults(stage);
        clocks = new ClockFaults(stage);
        membership = new MembershipFaults(stage, operator);
    }

    /**
     * A fault is due.
     *
     * @param reporter whose report was the trigger, or null
     * @param budget what a nemesis must not go beyond; null: it was planned, so it may do anything, and is missed if it finds
     *     nobody
     * @param key of this happening
     */
    void begin(PlannedFault planned, @Nullable NodeId reporter, @Nullable Allowance budget, long key) {
        if (stage.isHealed()) {
            return;
        }
        long now = stage.simulation.now();
        Resolved resolved = resolution.resolve(planned.fault(), reporter, key);
        if (resolved == null) {
            if (budget == null) {
                missed.add(planned.fault().kind() + " at " + Durations.format(now) + ": "
                        + resolution.whyNot(planned.fault()));
            }
            return;
        }
        DurationRange length = planned.length();
        Long lasts = length == null ? null : (Long) Choice.LENGTH.from(length, key);
        if (Expansion.isNeeded(resolved.fault())) {
            for (PlannedFault single : Expansion.of(resolved.fault(), resolved.nodes(), now, lasts, key)) {
                Timing.At at = (Timing.At) single.timing();
                stage.agenda.begin(at.time(), () -> begin(single, null, budget, key));
            }
            return;
        }
        String excess = budget == null ? null : budget.excess(resolved);
        if (excess != null) {
            heldBack.add(resolved.fault().kind() + " of " + Words.names(resolved.nodes()) + " at "
                    + Durations.format(now) + ": " + excess);
            return;
        }
        begin(new Occurrence(occurrences.size() + 1, resolved, now, length(resolved.fault(), lasts)));
    }

    /** How long a fault lasts: as planned, or as long as a node is down. */
    private static long length(Fault fault, @Nullable Long planned) {
        if (fault instanceof ProcessFault.Kill kill) {
            return kill.restartAfter() == null || kill.moment() != null
                    ? Occurrence.OPEN
                    : kill.restartAfter().min();
        } else if (fault instanceof ProcessFault.Stop stop) {
            return stop.restartAfter() == null
                    ? Occurrence.OPEN
                    : stop.restartAfter().min();
        }
        return !fault.lasts() ? 0 : planned == null ? Occurrence.OPEN : planned;
    }

    private void begin(Occurrence occurrence) {
        occurrences.add(occurrence);
        stage.simulation.fault(occurrence.traced());
        occurrence.effect = take(occurrence.fault, occurrence);
        if (!occurrence.fault.lasts()) {
            if (occurrence.length == 0) {
                occurrence.until = occurrence.at;
            }
        } else if (occurrence.length != Occurrence.OPEN) {
            stage.agenda.goOn(occurrence.number, occurrence.at + occurrence.length, () -> end(occurrence));
        }
    }

    private Effect take(Fault fault, Occurrence occurrence) {
        if (fault instanceof NetworkFault networkFault) {
            return network.begin(networkFault, occurrence);
        } else if (fault instanceof ClockFault clockFault) {
            return clocks.begin(clockFault, occurrence);
        } else if (fault instanceof ProcessFault.Kill kill) {
            return processes.kill(kill, occurrence);
        } else if (fault instanceof ProcessFault.Stop stop) {
            return processes.stop(stop, occurrence);
        } else if (fault instanceof MembershipFault membershipFault) {
            membership.begin(membershipFault, occurrence);
            return Effect.DONE;
        } else if (fault instanceof DiskFault.BitRot rot) {
            for (NodeId node : occurrence.nodes) {
                stage.simulation.diskFaults(node).bitRot(rot.bits(), rot.file());
                stage.casualties.damaged(node);
            }
            return Effect.DONE;
        }
        return ail(fault, occurrence);
    }

    private Effect ail(Fault fault, Occurrence occurrence) {
        for (NodeId node : occurrence.nodes) {
            stage.ailments.add(node, fault);
            if (fault instanceof DiskFault.Misdirected || fault instanceof DiskFault.SyncError) {
                stage.casualties.damaged(node);
            }
        }
        return new NodeEffect(occurrence.nodes, node -> stage.ailments.remove(node, fault));
    }

    private void end(Occurrence occurrence) {
        if (!stage.isHealed()) {
            occurrence.effect.end();
            stage.over(occurrence);
        }
    }

    /** All that is wrong with the core and between its nodes ends; nothing else does, and nothing new begins. */
    void heal(List<NodeId> core, List<NodeId> clients) {
        stage.heal();
        List<NodeId> healed = new ArrayList<>(core);
        healed.addAll(clients);
        stage.simulation.fault(new TracedFault(
                "heal", "heal", "the core " + Words.names(core) + " is healed", healed, stage.simulation.now()));
        Predicate<NodeId> isHealed = healed::contains;
        for (Occurrence occurrence : List.copyOf(occurrences)) {
            if (occurrence.until == Occurrence.OPEN) {
                heal(occurrence, isHealed);
            }
        }
        for (NodeId node : healed) {
            if (!stage.simulation.isRemoved(node)) {
                stage.simulation.restart(node);
            }
        }
    }

    private void heal(Occurrence occurrence, Predicate<NodeId> isHealed) {
        if (occurrence.fault instanceof ProcessFault.Kill) {
            occurrence.effect.end(); // A kill that still waits for its moment never comes.
        } else {
            occurrence.effect.heal(isHealed);
        }
        if (occurrence.nodes.stream().allMatch(isHealed)
                && occurrence.groups.stream().flatMap(List::stream).allMatch(isHealed)) {
            stage.over(occurrence);
        }
    }

    List<ExecutedFault> executed() {
        return occurrences.stream().map(Execution::executed).toList();
    }

    private static ExecutedFault executed(Occurrence occurrence) {
        DurationRange length = occurrence.fault.lasts() && occurrence.length != Occurrence.OPEN
                ? new DurationRange(occurrence.length, occurrence.length)
                : null;
        PlannedFault planned = new PlannedFault(occurrence.fault, new Timing.At(occurrence.at), length);
        long until = occurrence.until == Occurrence.OPEN ? ExecutedFault.NEVER : occurrence.until;
        return new ExecutedFault(occurrence.id(), planned, occurrence.at, until, occurrence.nodes, occurrence.what);
    }

    /** What was due and found nobody to hit or to hear it, in plain words. */
    List<String> missed() {
        List<String> all = new ArrayList<>(missed);
        all.addAll(operator.unheard());
        return all;
    }

    /** What went beyond the budget, in plain words. */
    List<String> heldBack() {
        return heldBack;
    }
}
