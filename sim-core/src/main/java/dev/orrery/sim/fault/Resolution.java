package dev.orrery.sim.fault;

import dev.orrery.sim.fault.Draws.Choice;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Partition.Shape;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns a planned fault into one that leaves nothing open: whom it hits, which groups, which name, how long. */
final class Resolution {
    private final Stage stage;
    private final TargetChoice choice;

    Resolution(Stage stage) {
        this.stage = stage;
        this.choice = new TargetChoice(stage.simulation, stage.roster);
    }

    /**
     * A fault of which nothing is left to chance.
     *
     * @param nodes whom it is about
     * @param groups of a partition; else empty
     * @param sides the same groups, and last of all the servers that are in none of them
     */
    record Resolved(Fault fault, List<NodeId> nodes, List<List<NodeId>> groups, List<List<NodeId>> sides) {
        Resolved(Fault fault, List<NodeId> nodes) {
            this(fault, nodes, List.of(), List.of());
        }
    }

    /**
     * Settles everything.
     *
     * @param reporter whose report was the trigger, or null
     * @param key of this happening
     * @return null if there is nobody to hit, or the name of a newcomer is taken
     */
    @Nullable
    Resolved resolve(Fault fault, @Nullable NodeId reporter, long key) {
        if (fault instanceof Partition partition) {
            return partition(partition, reporter, key);
        }
        if (fault instanceof MembershipFault.AddNode add) {
            String name = newName(add.name());
            return name == null ? null : new Resolved(new MembershipFault.AddNode(name, add.zone()), List.of());
        }
        if (fault instanceof MembershipFault.ReplaceNode replace && newName(replace.name()) == null) {
            return null;
        }
        List<NodeId> nodes = choice.choose(fault.target(), suitable(fault), reporter, Choice.TARGET.of(key));
        if (isAboutOne(fault) && nodes.size() > 1) {
            nodes = nodes.subList(0, 1);
        }
        return nodes.isEmpty() ? null : new Resolved(exact(fault.aimedAt(target(nodes)), key), nodes);
    }

    /** Why a fault could not be resolved, in plain words. */
    String whyNot(Fault fault) {
        String name = fault instanceof MembershipFault.AddNode add
                ? add.name()
                : fault instanceof MembershipFault.ReplaceNode replace ? replace.name() : null;
        return name != null && stage.roster.isTaken(name)
                ? "there was a node " + name + " already"
                : "nobody fits " + fault.target();
    }

    /** The name that a newcomer takes: the given one if nobody ever had it, else null; or a free one if none is given. */
    private @Nullable String newName(@Nullable String given) {
        if (given == null) {
            return stage.roster.freeName();
        }
        return stage.roster.isTaken(given) ? null : given;
    }

    private static boolean isAboutOne(Fault fault) {
        return fault instanceof MembershipFault.ReplaceNode || fault instanceof MembershipFault.TransferLeadership;
    }

    private static Target target(List<NodeId> nodes) {
        return Target.nodes(nodes.stream().map(NodeId::name).toList());
    }

    private Predicate<NodeId> suitable(Fault fault) {
        boolean needsProcess = fault instanceof ProcessFault.Kill
                || fault instanceof ProcessFault.Stop
                || fault instanceof ProcessFault.Pause
                || fault instanceof MembershipFault.TransferLeadership;
        return needsProcess ? stage.roster::isUp : node -> true;
    }

    private Fault exact(Fault fault, long key) {
        if (fault instanceof ProcessFault.Kill kill) {
            return new ProcessFault.Kill(kill.target(), exact(kill.restartAfter(), key), kill.disk(), kill.moment());
        } else if (fault instanceof ProcessFault.Stop stop) {
            return new ProcessFault.Stop(stop.target(), exact(stop.restartAfter(), key));
        } else if (fault instanceof MembershipFault.ReplaceNode replace && replace.name() == null) {
            return new MembershipFault.ReplaceNode(replace.target(), newName(null));
        }
        return fault;
    }

    private static @Nullable DurationRange exact(@Nullable DurationRange range, long key) {
        if (range == null) {
            return null;
        }
        long drawn = Choice.RESTART.from(range, key);
        return new DurationRange(drawn, drawn);
    }

    private @Nullable Resolved partition(Partition partition, @Nullable NodeId reporter, long key) {
        if (partition.shape() == Shape.GROUPS) {
            return ofGroups(partition, named(partition.groups()));
        }
        Target target = partition.target();
        boolean mustChoose = partition.shape() == Shape.ISOLATE || target.selects();
        List<NodeId> chosen =
                mustChoose ? choice.choose(target, node -> true, reporter, Choice.TARGET.of(key)) : List.of();
        if (mustChoose && chosen.isEmpty()) {
            return null;
        }
        List<List<NodeId>> groups =
                PartitionShapes.groups(partition.shape(), stage.roster.servers(), chosen, Choice.SHAPE.of(key));
        return partition.shape() == Shape.ISOLATE
                ? new Resolved(partition.aimedAt(target(chosen)), chosen, groups, withRest(groups))
                : ofGroups(partition, groups);
    }

    private List<List<NodeId>> named(List<List<String>> groups) {
        return groups.stream()
                .map(group -> group.stream()
                        .map(stage.roster::named)
                        .filter(Objects::nonNull)
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
    }

    private @Nullable Resolved ofGroups(Partition partition, List<List<NodeId>> groups) {
        if (groups.isEmpty()) {
            return null;
        }
        List<List<String>> names = groups.stream()
                .map(group -> group.stream().map(NodeId::name).toList())
                .toList();
        Partition given = new Partition(Shape.GROUPS, Target.all(), partition.direction(), partition.block(), names);
        return new Resolved(given, groups.get(0), groups, withRest(groups));
    }

    private List<List<NodeId>> withRest(List<List<NodeId>> groups) {
        List<NodeId> rest = stage.roster.servers().stream()
                .filter(server -> groups.stream().noneMatch(group -> group.contains(server)))
                .toList();
        List<List<NodeId>> all = new ArrayList<>(groups);
        if (!rest.isEmpty()) {
            all.add(rest);
        }
        return all;
    }
}
