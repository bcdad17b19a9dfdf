package dev.orrery.sim;

import dev.orrery.sim.clock.DriftingClock;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.SimulatedDisk;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of a node outlives its incarnations. What few nodes need is there from its first use on. */
final class Node {
    final int index;
    final NodeId id;
    final ProcessFactory factory;
    final DriftingClock clock;
    private final World world;

    /** The running incarnation; null while the node is down. */
    @Nullable
    Incarnation incarnation;

    /** What waits for the node; null if it was never paused or slow. */
    @Nullable
    Backlog backlog;

    /** Who is told of the moments at which harm does most; null if nobody is. */
    private @Nullable List<Moments> moments;

    private @Nullable SimulatedDisk disk;
    private @Nullable RandomStream random;
    boolean removed;

    Node(World world, NodeId id, ProcessFactory factory, DriftingClock clock) {
        this.index = id.index();
        this.id = id;
        this.factory = factory;
        this.clock = clock;
        this.world = world;
    }

    SimulatedDisk disk() {
        if (disk == null) {
            disk = new SimulatedDisk(
                    world.config.disk(), world.chance.key("disk " + id), new NodeDiskPort(world, this));
        }
        return disk;
    }

    /** What a kill does to the disk, if anything was ever asked of it. */
    void crashDisk(CrashPolicy policy) {
        if (disk != null) {
            disk.crash(policy);
        }
    }

    /** What a clean shutdown does to the disk. */
    void stopDisk() {
        if (disk != null) {
            disk.stop();
        }
    }

    /** How many changes a kill could take now. */
    int unsynced() {
        return disk == null ? 0 : disk.unsynced();
    }

    RandomStream random() {
        if (random == null) {
            random = new RandomStream(world.chance.key("node " + id));
        }
        return random;
    }

    /** What is left to chance is drawn from the world's present seed from now on. */
    void reseed() {
        if (random != null) {
            random.seek(world.chance.key("node " + id));
        }
        if (disk != null) {
            disk.reseed(world.chance.key("disk " + id));
        }
    }

    /** How often the node has drawn from its stream. */
    long draws() {
        return random == null ? 0 : random.draws();
    }

    Backlog backlog() {
        if (backlog == null) {
            backlog = new Backlog(world, this);
        }
        return backlog;
    }

    boolean isPaused() {
        return backlog != null && backlog.isPaused();
    }

    /** A handler of the node has run. */
    void handled() {
        if (backlog != null) {
            backlog.handled();
        }
    }

    void attend(Moments listener) {
        List<Moments> before = moments == null ? List.of() : moments;
        List<Moments> after = new ArrayList<>(before);
        after.add(listener);
        moments = after;
    }

    void disregard(Moments listener) {
        if (moments != null) {
            List<Moments> after = new ArrayList<>(moments);
            after.remove(listener);
            moments = after.isEmpty() ? null : after;
        }
    }

    /** The node is about to send; whoever hears of it may end its incarnation. */
    void sending(Incarnation sender) {
        if (moments != null) {
            for (Moments listener : moments) {
                if (!sender.isOver()) {
                    listener.sending(id);
                }
            }
        }
    }

    /** The node has issued a write. */
    void wrote() {
        if (moments != null) {
            for (Moments listener : moments) {
                listener.wrote(id);
            }
        }
    }

    /** An event that waits for the node, or for its link. */
    record HeldEvent(
            long head,
            long first,
            long second,
            long third,
            @Nullable Object payload) {}
}
