package dev.orrery.sim;

import dev.orrery.sim.network.Network;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.trace.ContentSeals;
import dev.orrery.sim.trace.TraceRecorder;
import org.jspecify.annotations.Nullable;

/** The way of a message from host to host: asks the network for its fate, and makes its arrivals events. */
final class Post implements Network.Arrivals {
    private final World world;
    private final @Nullable TraceRecorder recorder;
    private int tickets;

    /** What is being sent while the network decides: one object for all messages, so that none allocates. */
    private @Nullable Node receiver;

    private @Nullable Message message;
    private long fromAndTicket;
    private long number;

    Post(World world) {
        this.world = world;
        this.recorder = world.recorder;
    }

    /** A number for a request, from 1; its answer carries the number negated, a plain message carries 0. */
    int nextTicket() {
        return ++tickets;
    }

    void send(Node sender, NodeId to, Message what, int ticket) {
        receiver = world.nodes.get(to);
        message = what;
        fromAndTicket = (long) sender.id.index() << 32 | (ticket & 0xFFFFFFFFL);
        if (recorder != null) {
            number = recorder.sent(world.now(), sender.id, to, what);
        }
        world.network.send(sender.id, to, what, this);
    }

    @Override
    public void arrive(long identity, long delay) {
        if (receiver != null && message != null) {
            world.schedule(EventKind.MESSAGE, receiver, delay, identity, fromAndTicket, number, sealed(message));
        }
    }

    @Override
    public void duplicate(long identity, long delay) {
        if (recorder != null) {
            recorder.duplicated(world.now(), number);
        }
        arrive(identity, delay);
    }

    @Override
    public void lost(long identity, String why) {
        drop(number, why);
    }

    /** An arrival is due: gives the message to the process, unless the link was cut while it was under way. */
    boolean deliver(Incarnation to, long fromAndTicket, long number, Message arrived) {
        NodeId from = world.nodes.at((int) (fromAndTicket >>> 32)).id;
        String cut = world.network.cut(from, to.node.id);
        if (cut != null) {
            drop(number, cut);
            return false;
        }
        if (recorder != null) {
            recorder.received(world.now(), to.node.id, from, number);
        }
        if (world.seals == null) {
            to.receive(from, ContentSeals.open(arrived), (int) fromAndTicket);
        } else {
            requireUnchanged(world.seals, arrived, "was changed after " + from + " had sent it");
            to.receive(from, ContentSeals.open(arrived), (int) fromAndTicket);
            requireUnchanged(world.seals, arrived, "of " + from + " was changed by " + to.node.id);
        }
        return true;
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

    /** An event comes too late for its incarnation; of a message, the trace tells. */
    void missed(EventKind kind, long number) {
        if (kind == EventKind.MESSAGE) {
            drop(number, "down");
        }
    }

    private void drop(long number, String why) {
        if (recorder != null) {
            recorder.dropped(world.now(), number, why);
        }
    }
}
