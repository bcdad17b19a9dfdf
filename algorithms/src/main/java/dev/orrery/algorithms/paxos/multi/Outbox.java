package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends, now or as soon as that is safe: what an acceptor answers waits until it is durable (§2.4). What a
 * server sends to itself, being a proposer and an acceptor in one, waits here until the handler is done.
 */
final class Outbox {
    private final Host host;
    private final StableState state;
    private final Journal journal;
    private final ArrayDeque<Answer> waiting = new ArrayDeque<>();
    private final ArrayDeque<MultiPaxosMessage> toSelf = new ArrayDeque<>();

    Outbox(Host host, StableState state, Journal journal) {
        this.host = host;
        this.state = state;
        this.journal = journal;
    }

    /** What an acceptor answers, and what that lets others know. */
    private record Answer(long change, NodeId to, MultiPaxosMessage message, List<Announcement> announcements) {}

    /** Sends a message at once. */
    void now(NodeId to, MultiPaxosMessage message) {
        if (to.equals(host.self())) {
            toSelf.add(message);
        } else {
            host.send(to, message);
        }
    }

    /** Sends an answer when all changes of the state so far are durable, after those that wait already. */
    void whenDurable(NodeId to, MultiPaxosMessage message, List<Announcement> announcements) {
        waiting.add(new Answer(state.changes(), to, message, announcements));
        state.demand();
        release();
    }

    /** Sends what has become durable. */
    void release() {
        while (!waiting.isEmpty() && state.isDurable(waiting.element().change())) {
            Answer next = waiting.remove();
            next.announcements().forEach(journal::add);
            now(next.to(), next.message());
        }
    }

    /** Forgets what waits: to the others it is as if the network had lost it, so they ask again. */
    void clear() {
        waiting.clear();
    }

    /** The next message that this server has sent to itself, or null if there is none. */
    @Nullable
    MultiPaxosMessage nextToSelf() {
        return toSelf.poll();
    }
}
