package dev.orrery.algorithms.raft;

import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What a server sends, now or as soon as that is safe: a message that promises something waits until all that it depends
 * on is durable (Fig. 2: "updated on stable storage before responding to RPCs").
 */
public final class Outbox {
    private final Host host;
    private final PersistentState persistent;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private long announcedTerm;
    private long announcedVoteTerm;
    private @Nullable NodeId announcedVote;

    Outbox(Host host, PersistentState persistent) {
        this.host = host;
        this.persistent = persistent;
    }

    private record Waiting(long change, NodeId to, RaftMessage message) {}

    /** Sends a message at once. */
    public void now(NodeId to, RaftMessage message) {
        if (!(message instanceof RequestPreVote)) {
            announcedTerm = Math.max(announcedTerm, message.term());
        }
        if (message instanceof RequestVoteReply reply && reply.voteGranted()) {
            announceVote(reply.term(), to);
            host.note("vote-given", "term", reply.term());
        } else if (message instanceof RequestVote request) {
            announceVote(request.term(), host.self());
        }
        host.send(to, message);
    }

    private void announceVote(long term, NodeId candidate) {
        if (term >= announcedVoteTerm) {
            announcedVoteTerm = term;
            announcedVote = candidate;
        }
    }

    /** Sends a message when all changes of the persistent state so far are durable, after those that wait already. */
    public void whenDurable(NodeId to, RaftMessage message) {
        if (persistent.isDurable(persistent.changes())) {
            now(to, message);
        } else {
            persistent.demand();
            waiting.add(new Waiting(persistent.changes(), to, message));
        }
    }

    /** Sends what has become durable. */
    void release() {
        while (!waiting.isEmpty() && persistent.isDurable(waiting.element().change())) {
            Waiting next = waiting.remove();
            now(next.to(), next.message());
        }
    }

    /** Forgets what waits: to the others it is as if the network had lost it, so they ask again. */
    void clear() {
        waiting.clear();
    }

    /** The latest term that anyone was told. A term that is only asked about is not told. */
    long announcedTerm() {
        return announcedTerm;
    }

    /** The term of the latest vote that anyone was told of, 0 if none. */
    long announcedVoteTerm() {
        return announcedVoteTerm;
    }

    /** Whom that vote was for: its receiver, or this server if it asks for votes itself. */
    @Nullable
    NodeId announcedVote() {
        return announcedVote;
    }
}
