package dev.orrery.sim.fault;

import dev.orrery.sim.fault.Links.Direction;
import dev.orrery.sim.fault.Links.Peers;
import dev.orrery.sim.fault.NetworkFault.Bandwidth;
import dev.orrery.sim.fault.NetworkFault.Clog;
import dev.orrery.sim.fault.NetworkFault.Corrupt;
import dev.orrery.sim.fault.NetworkFault.Delay;
import dev.orrery.sim.fault.NetworkFault.Duplicate;
import dev.orrery.sim.fault.NetworkFault.Loss;
import dev.orrery.sim.fault.NetworkFault.OnLinks;
import dev.orrery.sim.fault.NetworkFault.Partition;
import dev.orrery.sim.fault.NetworkFault.Reorder;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.LinkCondition;
import dev.orrery.sim.network.LinkSet;
import dev.orrery.sim.node.NodeId;
import java.util.BitSet;
import java.util.List;

/** Carries out faults of the network: each imposes one condition on a set of links. */
final class NetworkFaults {
    private final Stage stage;

    NetworkFaults(Stage stage) {
        this.stage = stage;
    }

    Effect begin(NetworkFault fault, Occurrence occurrence) {
        LinkSet links = fault instanceof Partition partition
                ? cut(partition, occurrence)
                : between(((OnLinks) fault).links(), occurrence.nodes);
        return new LinkEffect(stage.simulation, condition(fault), links, occurrence.why());
    }

    private static LinkCondition condition(NetworkFault fault) {
        if (fault instanceof Partition partition) {
            return new LinkCondition.Cut(partition.block());
        } else if (fault instanceof Loss loss) {
            return new LinkCondition.Lossy(loss.percent(), loss.correlation());
        } else if (fault instanceof Duplicate duplicate) {
            return new LinkCondition.Doubling(duplicate.percent(), duplicate.correlation());
        } else if (fault instanceof Reorder reorder) {
            return new LinkCondition.Reordering(reorder.percent(), reorder.correlation(), reorder.by());
        } else if (fault instanceof Corrupt corrupt) {
            return new LinkCondition.Corrupting(
                    corrupt.percent(), corrupt.correlation(), corrupt.mode() == Corrupt.Mode.DETECTED);
        } else if (fault instanceof Delay delay) {
            return new LinkCondition.Late(delay.by(), delay.jitter());
        } else if (fault instanceof Bandwidth bandwidth) {
            return new LinkCondition.Narrow(bandwidth.rate(), bandwidth.queue(), bandwidth.overflow());
        } else if (fault instanceof Clog) {
            return new LinkCondition.Cut(Block.QUEUE);
        }
        throw new IllegalArgumentException(fault + " is no fault of the network");
    }

    private LinkSet cut(Partition partition, Occurrence occurrence) {
        return new PartitionLinks(occurrence.groups, occurrence.nodes, partition.direction(), stage.roster::isServer);
    }

    private LinkSet between(Links links, List<NodeId> targets) {
        BitSet members = new BitSet();
        targets.forEach(node -> members.set(node.index()));
        return (from, to) -> {
            boolean in = members.get(to.index()) && isPeer(links.peers(), from);
            boolean out = members.get(from.index()) && isPeer(links.peers(), to);
            return (in && links.direction() != Direction.FROM) || (out && links.direction() != Direction.TO);
        };
    }

    private boolean isPeer(Peers peers, NodeId node) {
        return switch (peers) {
            case SERVERS -> stage.roster.isServer(node);
            case CLIENTS -> !stage.roster.isServer(node);
            case ALL -> true;
        };
    }
}
