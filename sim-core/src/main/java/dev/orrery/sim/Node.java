package dev.orrery.sim;

import dev.orrery.sim.clock.DriftingClock;
import dev.orrery.sim.disk.SimulatedDisk;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a node outlives its incarnations. */
final class Node {
    final NodeId id;
    final ProcessFactory factory;
    final DriftingClock clock;
    final SimulatedDisk disk;
    final RandomStream random;

    /** The running incarnation; null while the node is down. */
    @Nullable
    Incarnation incarnation;

    int boots;
    boolean removed;
    /** Who is told of the moments at which harm does most. */
    final List<Moments> moments = new ArrayList<>();

    /** What waits for the node. */
    final Backlog backlog;

    Node(World world, NodeId id, ProcessFactory factory, DriftingClock clock) {
        this.id = id;
        this.factory = factory;
        this.clock = clock;
        this.backlog = new Backlog(world, this);
        this.random = new RandomStream(world.seed.key("node " + id));
        this.disk = new SimulatedDisk(world.config.disk(), world.seed.key("disk " + id), new NodeDiskPort(world, this));
    }

    /** An event that waits for the node, or for its link. */
    record HeldEvent(
            long head,
            long first,
            long second,
            long third,
            @Nullable Object payload) {}
}
