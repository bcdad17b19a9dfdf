package dev.orrery.sim;

import dev.orrery.sim.network.Network;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/** The way of a message from host to host: asks the network for its fate, and makes its arrivals events. */
final class Post implements Network.Arrivals {
    private final World world;
    private int tickets;

    /** What is being sent while the network decides: one object for all messages, so that none allocates. */
    private @Nullable Node receiver;

    private @Nullable Message message;
    private long fromAndTicket;

    Post(World world) {
        this.world = world;
    }

    /** A number for a request, from 1; its answer carries the number negated, a plain message carries 0. */
    int nextTicket() {
        return ++tickets;
    }

    void send(Node sender, NodeId to, Message what, int ticket) {
        receiver = world.nodes.get(to);
        message = what;
        fromAndTicket = (long) sender.id.index() << 32 | (ticket & 0xFFFFFFFFL);
        world.network.send(sender.id, to, what, this);
    }

    @Override
    public void arrive(long identity, long delay) {
        if (receiver != null && message != null) {
            world.schedule(EventKind.MESSAGE, receiver, delay, identity, fromAndTicket, message);
        }
    }

    /** An arrival is due: gives the message to the process, unless the link was cut while it was under way. */
    boolean deliver(Incarnation to, long fromAndTicket, Message arrived) {
        NodeId from = world.nodes.at((int) (fromAndTicket >>> 32)).id;
        if (world.network.cut(from, to.node.id) != null) {
            return false;
        }
        to.receive(from, arrived, (int) fromAndTicket);
        return true;
    }
}
