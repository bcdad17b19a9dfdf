package dev.orrery.algorithms.lock.peer;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/**
 * A peer's links to the others, as the papers assume them: what is sent arrives once, in the order in which it was sent,
 * unless a peer crashes. Messages are numbered, acknowledged a good many at a time, and sent again after a while.
 */
public final class Links {
    private static final int ACKS_PER_RETRANSMISSION = 4;

    private final Host host;
    private final long retransmitNanos;
    private final Receiver receiver;
    private final Timer retransmission;
    private final Timer acknowledgement;
    private final Map<NodeId, Link> links = new TreeMap<>();

    /** Takes what comes, in order. */
    @FunctionalInterface
    public interface Receiver {
        /** The next message of a peer. */
        void receive(NodeId from, Numbered message);
    }

    private static final class Link {
        private final Deque<Numbered> unacknowledged = new ArrayDeque<>();
        private final TreeMap<Long, Numbered> early = new TreeMap<>();
        private long sent;
        private long received;
        private long acknowledged;
        /** The last message when the retransmission timer last looked: what is older has waited for a whole round. */
        private long sentLastRound;

        private boolean owesAck;
    }

    /**
     * Links to all others.
     *
     * @param retransmitNanos how long a message waits to be acknowledged before it is sent again, more than 0
     */
    public Links(Host host, List<NodeId> others, long retransmitNanos, Receiver receiver) {
        this.host = host;
        this.retransmitNanos = retransmitNanos;
        this.receiver = receiver;
        others.forEach(other -> links.put(other, new Link()));
        retransmission = host.timer("retransmit", this::retransmit);
        acknowledgement = host.timer("acknowledge", this::acknowledge);
    }

    /**
     * Sends a message.
     *
     * @param message makes it with its number
     */
    public void send(NodeId to, LongFunction<Numbered> message) {
        Link link = link(to);
        Numbered next = message.apply(++link.sent);
        link.unacknowledged.add(next);
        host.send(to, next);
        if (!retransmission.isSet()) {
            retransmission.set(retransmitNanos);
        }
    }

    private Link link(NodeId peer) {
        Link link = links.get(peer);
        if (link == null) {
            throw new IllegalArgumentException(peer + " is no peer");
        }
        return link;
    }

    /** Takes what a peer sent, if it belongs to a link; says whether it did. */
    public boolean receive(NodeId from, Message message) {
        if (message instanceof LinkAck ack) {
            acknowledged(link(from), ack.upTo());
            return true;
        }
        if (!(message instanceof Numbered numbered) || !links.containsKey(from)) {
            return false;
        }
        Link link = link(from);
        link.owesAck = true;
        if (!acknowledgement.isSet()) {
            acknowledgement.set(retransmitNanos / ACKS_PER_RETRANSMISSION);
        }
        if (numbered.number() > link.received) {
            link.early.put(numbered.number(), numbered);
        }
        while (!link.early.isEmpty() && link.early.firstKey() == link.received + 1) {
            link.received++;
            receiver.receive(from, link.early.pollFirstEntry().getValue());
        }
        return true;
    }

    private static void acknowledged(Link link, long upTo) {
        while (link.acknowledged < upTo && !link.unacknowledged.isEmpty()) {
            link.unacknowledged.remove();
            link.acknowledged++;
        }
    }

    private void acknowledge() {
        links.forEach((peer, link) -> {
            if (link.owesAck) {
                link.owesAck = false;
                host.send(peer, new LinkAck(link.received));
            }
        });
    }

    /** Sends again what has been under way for a whole round, and looks again while anything is. */
    private void retransmit() {
        boolean open = false;
        for (Map.Entry<NodeId, Link> each : links.entrySet()) {
            Link link = each.getValue();
            for (Numbered message : link.unacknowledged) {
                if (message.number() <= link.sentLastRound) {
                    host.send(each.getKey(), message);
                }
                open = true;
            }
            link.sentLastRound = link.sent;
        }
        if (open) {
            retransmission.set(retransmitNanos);
        }
    }
}
