package dev.orrery.sim.fault;

import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.fault.NetworkFault.OnLinks;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.time.DurationRange;
import dev.orrery.sim.time.Durations;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a fault does to whom. */
final class Words {
    private Words() {}

    /** {@code n1}, {@code n1 and n2}, {@code n1, n2 and n3}. */
    static String names(List<NodeId> nodes) {
        int last = nodes.size() - 1;
        return last < 1
                ? list(nodes)
                : list(nodes.subList(0, last)) + " and " + nodes.get(last).name();
    }

    private static String list(List<NodeId> nodes) {
        return nodes.stream().map(NodeId::name).collect(Collectors.joining(", "));
    }

    /**
     * What a fault does.
     *
     * @param groups of a partition, those of nobody else last; else empty
     */
    static String of(Fault fault, List<NodeId> nodes, List<List<NodeId>> groups) {
        if (fault instanceof Partition partition) {
            return partition(partition, nodes, groups);
        } else if (fault instanceof OnLinks onLinks) {
            return links(onLinks, nodes);
        } else if (fault instanceof ProcessFault process) {
            return process(process, nodes);
        } else if (fault instanceof ClockFault clock) {
            return clock(clock, nodes);
        } else if (fault instanceof DiskFault disk) {
            return disk(disk, nodes);
        }
        return membership((MembershipFault) fault, nodes);
    }

    private static String partition(Partition partition, List<NodeId> nodes, List<List<NodeId>> groups) {
        String who = partition.shape() == Partition.Shape.ISOLATE && nodes.size() == 1 && groups.size() == 2
                ? names(nodes) + " is cut off from " + names(groups.get(1))
                : groups.stream().map(Words::names).collect(Collectors.joining(" | ", "", " see only each other"));
        String direction = switch (partition.direction()) {
            case BOTH -> "";
            case TO -> ", to " + names(groups.get(0));
            case FROM -> ", from " + names(groups.get(0));
        };
        String block = partition.block().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return who + direction + (block.equals("drop") ? "" : " (" + block + ")");
    }

    private static String links(OnLinks fault, List<NodeId> nodes) {
        Direction direction = fault.links().direction();
        String where =
                (direction == Direction.TO ? "to " : direction == Direction.FROM ? "from " : "at ") + names(nodes);
        if (fault instanceof NetworkFault.Loss loss) {
            return loss.percent() + " of the messages " + where + " are lost";
        } else if (fault instanceof NetworkFault.Duplicate duplicate) {
            return duplicate.percent() + " of the messages " + where + " arrive twice";
        } else if (fault instanceof NetworkFault.Reorder reorder) {
            return reorder.percent() + " of the messages " + where + " are held back by " + reorder.by();
        } else if (fault instanceof NetworkFault.Corrupt corrupt) {
            return corrupt.percent() + " of the messages " + where + " are damaged"
                    + (corrupt.mode() == NetworkFault.Corrupt.Mode.DETECTED ? "" : " and nobody notices");
        } else if (fault instanceof NetworkFault.Delay delay) {
            return "messages " + where + " are late by " + delay.by()
                    + (delay.jitter() == 0 ? "" : " and up to " + Durations.format(delay.jitter()) + " more");
        } else if (fault instanceof NetworkFault.Bandwidth bandwidth) {
            return "links " + where + " carry " + bandwidth.rate() + " bytes a second";
        }
        return "links " + where + " are clogged";
    }

    private static String process(ProcessFault fault, List<NodeId> nodes) {
        String who = names(nodes) + is(nodes);
        if (fault instanceof ProcessFault.Kill kill) {
            String moment = kill.moment() == null ? "" : " at the next " + words(kill.moment());
            String disk = switch (kill.disk()) {
                case KEEP -> " and keeps its cache";
                case LOSE_UNSYNCED -> "";
                case WIPE -> " and its disk is wiped";
            };
            return who + " killed" + moment + disk + back(kill.restartAfter());
        } else if (fault instanceof ProcessFault.Stop stop) {
            return who + " shut down" + back(stop.restartAfter());
        } else if (fault instanceof ProcessFault.Slow slow) {
            return who + " slow: a handler takes " + slow.factor() + " times " + Durations.format(slow.cost());
        }
        return who + " paused";
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String back(@Nullable DurationRange after) {
        return after == null ? " for good" : " and is back in " + after;
    }

    private static String clock(ClockFault fault, List<NodeId> nodes) {
        String whose = "the clock of " + names(nodes);
        if (fault instanceof ClockFault.Skew skew) {
            return whose + " is off by " + Durations.format(skew.by());
        } else if (fault instanceof ClockFault.Drift drift) {
            return whose + " drifts by " + drift.ppm() + "ppm";
        } else if (fault instanceof ClockFault.Jump jump) {
            return whose + " jumps by " + Durations.format(jump.by());
        }
        ClockFault.Strobe strobe = (ClockFault.Strobe) fault;
        return whose + " jumps to and fro by " + Durations.format(strobe.by()) + " every "
                + Durations.format(strobe.period());
    }

    private static String disk(DiskFault fault, List<NodeId> nodes) {
        String whose = "the disk of " + names(nodes);
        if (fault instanceof DiskFault.Slow slow) {
            return whose + " takes " + slow.factor() + " times as long";
        } else if (fault instanceof DiskFault.Stall) {
            return whose + " stalls";
        } else if (fault instanceof DiskFault.Full) {
            return whose + " is full";
        } else if (fault instanceof DiskFault.ReadError error) {
            return error.percent() + " of the reads from " + whose + " fail";
        } else if (fault instanceof DiskFault.SyncError error) {
            return error.percent() + " of the syncs of " + whose + " fail";
        } else if (fault instanceof DiskFault.BitRot rot) {
            return whose + " rots by " + rot.bits() + (rot.bits() == 1 ? " bit" : " bits")
                    + (rot.file() == null ? "" : " in " + rot.file());
        } else if (fault instanceof DiskFault.Torn) {
            return whose + " tears the last write at the next kill";
        }
        return ((DiskFault.Misdirected) fault).percent() + " of the writes to " + whose + " land elsewhere";
    }

    private static String membership(MembershipFault fault, List<NodeId> nodes) {
        if (fault instanceof MembershipFault.AddNode add) {
            return add.name() + " joins" + (add.zone() == null ? "" : " in zone " + add.zone());
        } else if (fault instanceof MembershipFault.RemoveNode) {
            return names(nodes) + is(nodes) + " taken out";
        } else if (fault instanceof MembershipFault.ReplaceNode replace) {
            return names(nodes) + is(nodes) + " replaced by " + replace.name();
        }
        return names(nodes) + " shall lead";
    }

    private static String is(List<NodeId> nodes) {
        return nodes.size() == 1 ? " is" : " are";
    }
}
