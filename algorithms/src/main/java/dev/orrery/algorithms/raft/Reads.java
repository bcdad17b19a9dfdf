package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.raft.ReadOptions.Mode;
import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayDeque;

/**
 * Commands that only look, which a leader answers from its own state (dissertation §6.4): at an index that was committed when
 * they came, once a majority has confirmed in a round of heartbeats that began afterwards that nobody else leads. Reads that
 * come during a round share the next one. With leases (§6.4.1) a confirmed round is good for those that come a while after.
 */
final class Reads {
    private static final long NO_LEASE = Long.MIN_VALUE;

    private final RaftServer server;
    private final ReadOptions options;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    /** The first entry of the leader's term: what was committed before lies before it. */
    private final long firstOfTerm;

    /** Rounds are numbered from 1 in a term. The last one that began and, not after it, the last that is confirmed. */
    private long round;

    private long confirmed;
    private long roundBegan;
    private long leaseUntil = NO_LEASE;
    private boolean leasesGivenUp;

    Reads(RaftServer server, long firstOfTerm) {
        this.server = server;
        this.options = server.options().reads();
        this.firstOfTerm = firstOfTerm;
    }

    private record Waiting(NodeId client, Command command, long readIndex, long round) {}

    /** Whether a command is answered here, and not through the log. */
    boolean takes(Command command) {
        return isUsed() && server.isReadOnly(command);
    }

    /** Whether heartbeats are counted in rounds. */
    boolean isUsed() {
        return options.mode() != Mode.LOG;
    }

    /** The round that heartbeats belong to now, 0 before the first. */
    long round() {
        return round;
    }

    /** A client wants to read. */
    void request(NodeId client, Command command) {
        RaftRules rules = server.rules();
        long readIndex = rules.readIndex(server.commitIndex(), firstOfTerm);
        if (holdsLease() && server.lastApplied() >= readIndex) {
            server.answerUnderLease(client, command);
        } else {
            waiting.add(new Waiting(client, command, readIndex, round + 1));
        }
    }

    private boolean holdsLease() {
        return options.mode() == Mode.LEASE
                && !leasesGivenUp
                && server.rules().leaseHolds(server.clock().monotonic(), leaseUntil);
    }

    /** Another server was asked to take over, and may be elected however long this one was heard of (§3.10). */
    void giveUpLeases() {
        leasesGivenUp = true;
    }

    /** Begins a round if one is wanted and none is under way, and says whether it did. */
    boolean beginRound() {
        boolean wanted = !waiting.isEmpty() || options.mode() == Mode.LEASE;
        if (!wanted || confirmed < round) {
            return false;
        }
        round++;
        roundBegan = server.clock().monotonic();
        return true;
    }

    /** A majority has answered a heartbeat of this round or of a later one. */
    void confirmed(long byMajority) {
        if (byMajority == round && confirmed < round) {
            confirmed = round;
            leaseUntil = roundBegan + options.lease();
            answer();
        }
    }

    /** Whether reads wait for a round that has not begun. */
    boolean wantsRound() {
        return !waiting.isEmpty() && waiting.getLast().round() > round && confirmed == round;
    }

    /** Answers what is confirmed and applied far enough. */
    void answer() {
        while (!waiting.isEmpty()
                && waiting.element().round() <= confirmed
                && waiting.element().readIndex() <= server.lastApplied()) {
            Waiting next = waiting.remove();
            server.replyFromState(next.client(), next.command());
        }
    }

    /** The leader leads no more. */
    void end() {
        while (!waiting.isEmpty()) {
            Waiting next = waiting.remove();
            server.reply(next.client(), ClientReply.notLeader(next.command().sequenceNum(), null));
        }
    }
}
