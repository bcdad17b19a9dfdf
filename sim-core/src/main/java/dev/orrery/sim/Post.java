package dev.orrery.sim;

import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.Carrier;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.trace.ContentSeals;
import dev.orrery.sim.trace.TraceRecorder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a message from host to host: asks the network for its fate, and makes its arrivals events. A message's tag is
 * its sender and its ticket: 0 for a plain message, the number of a request, or that number negated for its answer. Its
 * number is the trace's.
 */
final class Post implements Carrier {
    private final World world;
    private final @Nullable TraceRecorder recorder;
    private final MessageTally tally = new MessageTally();
    private final List<Node.HeldEvent> held = new ArrayList<>();
    private int tickets;

    Post(World world) {
        this.world = world;
        this.recorder = world.recorder;
    }

    /**
     * What a link refused.
     *
     * @param to whom it did not reach
     */
    record Refused(NodeId to, Message message) {}

    /** A number for a request, from 1. */
    int nextTicket() {
        return ++tickets;
    }

    void send(Node sender, NodeId to, Message message, int ticket) {
        NodeId known = world.nodes.requireKnown(to);
        tally.of(message).sent++;
        long tag = (long) sender.index << 32 | (ticket & 0xFFFFFFFFL);
        long number = recorder == null ? 0 : recorder.sent(world.now(), sender.id, known, message);
        world.network.send(sender.id, known, message, ticket < 0, tag, number);
    }

    @Override
    public void arrive(NodeId to, Message message, long tag, long number, long identity, long delay) {
        schedule(EventKind.MESSAGE, to, delay, identity, tag, number, sealed(message));
    }

    @Override
    public void duplicate(NodeId to, Message message, long tag, long number, long identity, long delay) {
        tally.of(message).duplicated++;
        if (recorder != null) {
            recorder.duplicated(world.now(), number);
        }
        arrive(to, message, tag, number, identity, delay);
    }

    @Override
    public void arriveDamaged(
            NodeId to, Message message, long tag, long number, long identity, long delay, String why) {
        tally.of(message).lost++;
        schedule(EventKind.DAMAGE, to, delay, identity, tag, number, why);
    }

    @Override
    public void lost(Message message, long number, long identity, String why) {
        tally.of(message).lost++;
        drop(number, why);
    }

    @Override
    public void refuse(NodeId from, NodeId to, Message message, long tag, long number, long identity, String why) {
        tally.of(message).lost++;
        drop(number, why);
        schedule(EventKind.REFUSAL, from, 0, identity, tag, number, new Refused(to, message));
    }

    @Override
    public void later(long delay, Runnable action) {
        world.loop.schedule(world.now() + delay, EventKind.LINK.head(0, 0), 0, 0, 0, action);
    }

    /** An arrival is due: gives the message to the process, unless the link was cut while it was under way. */
    boolean deliver(Incarnation to, long identity, long tag, long number, Message arrived) {
        NodeId from = sender(tag);
        Block block = world.network.atArrival(from, to.node.id);
        if (block == Block.QUEUE) {
            long head = EventKind.MESSAGE.head(to.node.index, to.number);
            held.add(new Node.HeldEvent(head, identity, tag, number, arrived));
            return false;
        }
        if (block != null) {
            tally.of(arrived).lost++;
            drop(number, world.network.blockedBy(from, to.node.id));
            return false;
        }
        tally.of(arrived).delivered++;
        if (recorder != null) {
            recorder.received(world.now(), to.node.id, from, number);
        }
        if (world.seals == null) {
            to.receive(from, ContentSeals.open(arrived), (int) tag);
        } else {
            requireUnchanged(world.seals, arrived, "was changed after " + from + " had sent it");
            to.receive(from, ContentSeals.open(arrived), (int) tag);
            requireUnchanged(world.seals, arrived, "of " + from + " was changed by " + to.node.id);
        }
        return true;
    }

    /** Schedules an event of a node's present incarnation, without a look at the node itself. */
    private void schedule(EventKind kind, NodeId node, long delay, long first, long tag, long number, Object payload) {
        long head = kind.head(node.index(), world.nodes.incarnation(node.index()));
        world.loop.schedule(world.now() + delay, head, first, tag, number, payload);
    }

    private Message sealed(Message sent) {
        return world.seals == null ? sent : world.seals.seal(sent);
    }

    private static void requireUnchanged(ContentSeals seals, Message arrived, String otherwise) {
        String changed = seals.changed(arrived);
        if (changed != null) {
            throw new IllegalStateException(changed + " " + otherwise + ": a message belongs to all who hold it");
        }
    }

    /** What links hold that hold nothing any more arrives now, in the order in which it would have. */
    void release() {
        held.removeIf(event -> {
            NodeId to = world.nodes.id(EventKind.nodeOf(event.head()));
            if (world.network.atArrival(sender(event.second()), to) == Block.QUEUE) {
                return false;
            }
            world.loop.schedule(
                    world.now(), event.head(), event.first(), event.second(), event.third(), event.payload());
            return true;
        });
    }

    /** The sender is told that a link refused its message. */
    boolean refused(Incarnation sender, long tag, long number, Refused refused) {
        if (recorder != null) {
            recorder.during(number);
        }
        sender.refused(refused.to(), refused.message(), (int) tag);
        return true;
    }

    /** A damaged message is thrown away, if its link brings it at all. */
    boolean discard(Incarnation to, long tag, long number, String why) {
        String blockedBy = world.network.blockedBy(sender(tag), to.node.id);
        drop(number, blockedBy.isEmpty() ? why : blockedBy);
        return false;
    }

    /** An event comes too late for its incarnation; of a message, the trace tells. */
    void missed(EventKind kind, long number, @Nullable Object payload) {
        if (kind == EventKind.MESSAGE && payload instanceof Message message) {
            tally.of(message).lost++;
            drop(number, "down");
        } else if (kind == EventKind.DAMAGE) {
            drop(number, "down");
        }
    }

    /** What became of the messages so far, by kind. */
    List<MessageTraffic> traffic() {
        return tally.traffic();
    }

    private NodeId sender(long tag) {
        return world.nodes.id((int) (tag >>> 32));
    }

    private void drop(long number, String why) {
        if (recorder != null) {
            recorder.dropped(world.now(), number, why);
        }
    }
}
