package dev.orrery.sim.network;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All links of a simulation, and which of them are cut. */
public final class Network {
    private static final int LOSS = 1;
    private static final int LATENCY = 2;
    private static final int DUPLICATE = 3;
    private static final int DUPLICATE_LATENCY = 4;

    private final NetworkConfig config;
    private final long key;
    private final MessageKinds kinds = new MessageKinds();
    private LinkRow[] rows = new LinkRow[0];
    private int @Nullable [] group;

    /**
     * A network without traffic.
     *
     * @param key of the seed's stream for the network
     */
    public Network(NetworkConfig config, long key) {
        this.config = config;
        this.key = key;
    }

    /** Decides the fate of a message that leaves now. */
    public void send(NodeId from, NodeId to, Message message, Arrivals arrivals) {
        MessageKinds.Kind kind = kinds.of(message);
        Link link = link(from, to);
        int ordinal = link.nextOrdinal(kind.number());
        long identity = Mix.combine(Mix.combine(link.key, kind.hash()), ordinal);
        String cut = cut(from, to);
        if (cut != null) {
            arrivals.lost(identity, cut);
            return;
        }
        if (!config.loss().isNever() && config.loss().test(Mix.combine(identity, LOSS))) {
            arrivals.lost(identity, "loss");
            return;
        }
        arrivals.arrive(identity, config.latency().sample(Mix.combine(identity, LATENCY)));
        if (!config.duplicate().isNever() && config.duplicate().test(Mix.combine(identity, DUPLICATE))) {
            arrivals.duplicate(identity, config.latency().sample(Mix.combine(identity, DUPLICATE_LATENCY)));
        }
    }

    /**
     * Cuts all links between nodes of different groups; nodes in no group form one more. A message in flight is lost when
     * its link is cut at the time of its arrival. An earlier partition is replaced.
     */
    public void partition(List<List<NodeId>> groups) {
        int nodes = 0;
        for (List<NodeId> members : groups) {
            for (NodeId member : members) {
                nodes = Math.max(nodes, member.index() + 1);
            }
        }
        int[] groupOf = new int[nodes];
        int number = 0;
        for (List<NodeId> members : groups) {
            number++;
            for (NodeId member : members) {
                if (groupOf[member.index()] != 0) {
                    throw new IllegalArgumentException("a partition names " + member + " twice");
                }
                groupOf[member.index()] = number;
            }
        }
        group = groupOf;
    }

    /** Restores all links. */
    public void heal() {
        group = null;
    }

    /** Whether messages from one node to another are lost now. */
    public boolean isCut(NodeId from, NodeId to) {
        return cut(from, to) != null;
    }

    /** Why messages from one node to another are lost now, such as {@code partition}; null if they are not. */
    public @Nullable String cut(NodeId from, NodeId to) {
        return group != null && groupOf(group, from) != groupOf(group, to) ? "partition" : null;
    }

    private static int groupOf(int[] group, NodeId node) {
        return node.index() < group.length ? group[node.index()] : 0;
    }

    private Link link(NodeId from, NodeId to) {
        if (from.index() >= rows.length) {
            int known = rows.length;
            rows = Arrays.copyOf(rows, Math.max(from.index() + 1, 2 * known));
            for (int i = known; i < rows.length; i++) {
                rows[i] = new LinkRow();
            }
        }
        return rows[from.index()].to(key, from, to);
    }

    /** Told what becomes of a message, before {@link #send} returns. */
    @FunctionalInterface
    public interface Arrivals {
        /**
         * The message itself arrives.
         *
         * @param identity of the message, the same for all its copies, independent of its content
         * @param delay from now, in nanoseconds
         */
        void arrive(long identity, long delay);

        /**
         * One more copy arrives; by default as any other.
         *
         * @param delay from now, in nanoseconds, the copy's own
         */
        default void duplicate(long identity, long delay) {
            arrive(identity, delay);
        }

        /**
         * The message is lost as it leaves.
         *
         * @param why as the trace has it: {@code partition}, {@code loss}
         */
        default void lost(long identity, String why) {}
    }
}
