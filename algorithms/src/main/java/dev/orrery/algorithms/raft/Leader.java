package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes commands, replicates them and commits them (Fig. 2, Leaders; §5.3, §5.4). */
final class Leader extends Role {
    /** While the point of agreement with a follower is sought, sending more would be wasted (dissertation §3.5). */
    private static final int PROBE_ENTRIES = 1;

    private final PersistentState persistent;
    private final RaftLog log;
    private final int maxEntries;
    private final Progress[] followers;
    /** The same by the index of their nodes: one is looked for at each answer, and there may be ten thousand. */
    private final @Nullable Progress[] byNode;
    /** The clients whose commands are the entries from {@link #firstWaiting} on, in order. */
    private final ArrayDeque<NodeId> waiting = new ArrayDeque<>();

    private long firstWaiting;
    private final Reads reads;
    /** The attempt that is under way to make another server the leader, if any. */
    private @Nullable LeadershipTransfer transfer;
    /** When the leader last looked for a majority (dissertation §6.2). */
    private long lastQuorumCheck;
    /** The message that was sent last: followers that have got equally far share it. */
    private @Nullable AppendEntries latest;

    private final long[] sorted;

    Leader(RaftServer server) {
        super(server);
        persistent = server.persistent();
        log = persistent.log();
        maxEntries = server.options().replication().maxEntries();
        List<NodeId> others = server.configuration().othersThan(server.self());
        followers = new Progress[others.size()];
        int nodes = 0;
        for (int i = 0; i < followers.length; i++) {
            followers[i] = new Progress(
                    others.get(i), log.lastIndex() + 1, server.options().replication());
            nodes = Math.max(nodes, others.get(i).index() + 1);
        }
        byNode = new @Nullable Progress[nodes];
        for (Progress progress : followers) {
            byNode[progress.follower.index()] = progress;
        }
        sorted = new long[followers.length + 1];
        reads = new Reads(server, log.lastIndex() + 1);
    }

    @Override
    String name() {
        return "leader";
    }

    @Override
    NodeId leader() {
        return server.self();
    }

    /** The no-op lets the leader find out which entries of earlier terms are committed (§8). */
    @Override
    void begin() {
        server.elected();
        append(Entry.noOp(persistent.currentTerm()));
        firstWaiting = log.lastIndex() + 1;
        lastQuorumCheck = server.clock().monotonic();
        heartbeat();
    }

    @Override
    void end() {
        server.heartbeatTimer().cancel();
        for (long index = Math.max(firstWaiting, server.lastApplied() + 1); !waiting.isEmpty(); index++) {
            server.reply(waiting.remove(), ClientReply.notLeader(command(index).sequenceNum(), null));
        }
        reads.end();
    }

    /** Sends to every follower, also what was sent and is not answered yet: it may be lost (§5.2, §5.3). */
    void heartbeat() {
        if (hasLostQuorum()) {
            server.note("quorum-lost", "term", persistent.currentTerm());
            server.stepDown();
            return;
        }
        superviseTransfer();
        reads.beginRound();
        for (Progress progress : followers) {
            heartbeat(progress);
        }
        server.heartbeatTimer().set(server.options().heartbeat());
        confirmReads();
    }

    private void heartbeat(Progress progress) {
        progress.suspectLoss();
        if (progress.isPipelined() && progress.isAwaiting()) {
            server.outbox().now(progress.follower, appendEntries(progress.nextIndex() - 1, 0));
        } else {
            send(progress);
        }
    }

    /** Once in an election timeout: whether fewer than a majority were heard of since (dissertation §6.2). */
    private boolean hasLostQuorum() {
        long now = server.clock().monotonic();
        if (!server.options().checkQuorum()
                || now - lastQuorumCheck < server.options().electionTimeout().max()) {
            return false;
        }
        lastQuorumCheck = now;
        int active = 1;
        for (Progress progress : followers) {
            active += progress.takeActive() ? 1 : 0;
        }
        return !server.rules().keepsLeading(active, server.configuration().majority());
    }

    @Override
    boolean operate(String command, NodeId subject) {
        return command.equals("transfer-leadership") && transferTo(subject);
    }

    /** Dissertation §3.10. A server that cannot lead is refused for good. */
    private boolean transferTo(NodeId target) {
        if (target.equals(server.self())) {
            return true;
        }
        Progress progress = progress(target);
        if (progress == null) {
            server.note("transfer-refused", "node", target.index());
            return true;
        }
        LeadershipTransfer underWay = transfer;
        if (underWay != null) {
            return underWay.target.equals(target);
        }
        transfer = new LeadershipTransfer(
                target,
                server.clock().monotonic() + server.options().electionTimeout().max());
        handOver(progress);
        return true;
    }

    /** Has the target begin its election if it has all entries. */
    private void handOver(Progress progress) {
        LeadershipTransfer underWay = transfer;
        if (underWay != null && underWay.target.equals(progress.follower) && progress.matchIndex() == log.lastIndex()) {
            reads.giveUpLeases();
            server.outbox().now(progress.follower, new TimeoutNow(persistent.currentTerm()));
        }
    }

    private void superviseTransfer() {
        LeadershipTransfer underWay = transfer;
        if (underWay == null) {
            return;
        }
        if (underWay.isOver(server.clock().monotonic())) {
            transfer = null;
            server.note("transfer-aborted", "term", persistent.currentTerm());
        } else {
            handOver(Objects.requireNonNull(progress(underWay.target), "it was looked for when the transfer began"));
        }
    }

    @Override
    void clientRequest(NodeId client, ClientRequest request) {
        if (!server.rules().goesThroughLog(request.command())) {
            server.replyFromState(client, request.command());
            return;
        }
        if (transfer != null) {
            server.reply(client, ClientReply.notLeader(request.command().sequenceNum(), null));
            return;
        }
        if (reads.takes(request.command())) {
            reads.request(client, request.command());
            if (reads.wantsRound()) {
                beginReadRound();
            }
            return;
        }
        waiting.add(client);
        append(new Entry(persistent.currentTerm(), request.command()));
        for (Progress progress : followers) {
            if (!progress.isAwaiting()) {
                send(progress);
            }
        }
    }

    /** A heartbeat out of turn to all, without entries: those that are under way are not sent again. */
    private void beginReadRound() {
        if (reads.beginRound()) {
            for (Progress progress : followers) {
                long prevLogIndex = Math.max(progress.nextIndex(), log.firstIndex()) - 1;
                server.outbox().now(progress.follower, appendEntries(prevLogIndex, 0));
            }
            confirmReads();
        }
    }

    /** Answers reads if a majority has answered the latest round, and begins another one if more wait (§6.4). */
    private void confirmReads() {
        if (!reads.isUsed() || reads.round() == 0) {
            return;
        }
        int size = 0;
        insert(reads.round(), size++);
        for (Progress progress : followers) {
            insert(progress.round(), size++);
        }
        reads.confirmed(sorted[server.rules().readQuorum(server.configuration().majority()) - 1]);
        if (reads.wantsRound()) {
            beginReadRound();
        }
    }

    private void append(Entry entry) {
        persistent.append(entry);
        persistent.demand();
    }

    private void send(Progress progress) {
        if (progress.nextIndex() < log.firstIndex()) {
            sendSnapshot(progress);
        } else {
            sendEntries(progress);
        }
    }

    /** The follower lacks entries that are discarded here (§7). */
    private void sendSnapshot(Progress progress) {
        Snapshot latest = Objects.requireNonNull(persistent.snapshot(), "entries were discarded without a snapshot");
        int chunkSize = server.options().snapshots().chunkSize();
        server.outbox().now(progress.follower, progress.transfer(latest).chunk(persistent.currentTerm(), chunkSize));
    }

    private void sendEntries(Progress progress) {
        int limit = progress.isMatched() ? maxEntries : PROBE_ENTRIES;
        int count = (int) Math.min(limit, log.lastIndex() + 1 - progress.nextIndex());
        AppendEntries message = appendEntries(progress.nextIndex() - 1, count);
        progress.sent(count, progress.isPipelined() ? message.size() : 0);
        server.outbox().now(progress.follower, message);
    }

    private AppendEntries appendEntries(long prevLogIndex, int count) {
        AppendEntries message = latest;
        if (message == null
                || message.prevLogIndex() != prevLogIndex
                || message.entries().size() != count
                || message.leaderCommit() != server.commitIndex()
                || message.round() != reads.round()) {
            message = new AppendEntries(
                    persistent.currentTerm(),
                    prevLogIndex,
                    log.term(prevLogIndex),
                    log.slice(prevLogIndex + 1, count),
                    server.commitIndex(),
                    reads.round());
            latest = message;
        }
        return message;
    }

    @Override
    void appendEntriesReply(NodeId follower, AppendEntriesReply reply) {
        Progress progress = progress(follower);
        if (progress == null) {
            return;
        }
        progress.heard();
        if (reply.success()) {
            // Nobody has more of this log than its leader, but a message may be damaged on its way.
            if (reply.matchIndex() <= log.lastIndex() && progress.matched(reply.matchIndex())) {
                advanceCommitIndex(reply.matchIndex());
                sendMore(progress);
                handOver(progress);
            }
        } else if (progress.rejected(reply.matchIndex(), agreement(reply))) {
            send(progress);
        }
        if (reply.round() > progress.round() && reply.round() <= reads.round()) {
            progress.answered(reply.round());
            confirmReads();
        }
    }

    @Override
    void installSnapshotReply(NodeId follower, InstallSnapshotReply reply) {
        Progress progress = progress(follower);
        if (progress == null) {
            return;
        }
        progress.heard();
        SnapshotTransfer sending = progress.transfer();
        switch (reply.outcome()) {
            case INSTALLED -> installed(progress, reply.lastIncludedIndex());
            case STORED, CORRUPT -> {
                if (sending != null && sending.stored(reply.lastIncludedIndex(), reply.offset())) {
                    send(progress);
                }
            }
            case TOO_LARGE -> server.note("snapshot-refused", "index", reply.lastIncludedIndex());
        }
    }

    private void installed(Progress progress, long lastIncludedIndex) {
        if (lastIncludedIndex <= log.lastIndex()) {
            progress.installed(lastIncludedIndex);
            advanceCommitIndex(lastIncludedIndex);
            sendMore(progress);
        }
    }

    private void sendMore(Progress progress) {
        while (progress.nextIndex() <= log.lastIndex() && !progress.isAwaiting()) {
            send(progress);
        }
    }

    private @Nullable Progress progress(NodeId follower) {
        return follower.index() < byNode.length ? byNode[follower.index()] : null;
    }

    /** The follower skips all terms that the leader cannot have there, and the leader all that the follower cannot. */
    private long agreement(AppendEntriesReply reply) {
        return log.findConflictByTerm(Math.min(reply.hintIndex(), log.lastIndex()), reply.hintTerm());
    }

    /** What the leader itself has made durable counts too (dissertation §10.2.1). */
    @Override
    void persisted() {
        advanceCommitIndex(server.rules().ownMatchIndex(persistent));
    }

    /**
     * Fig. 2, last rule for leaders: the highest index that a majority has, if it is of this term (§5.4.2).
     *
     * @param matchIndex what one server has reached; if that is committed already, it makes no new majority
     */
    private void advanceCommitIndex(long matchIndex) {
        if (matchIndex <= server.commitIndex()) {
            return;
        }
        long index = majorityMatchIndex();
        if (index > server.commitIndex()) {
            server.commitTo(
                    server.rules().leaderCommitIndex(index, server.commitIndex(), log, persistent.currentTerm()));
        }
    }

    private long majorityMatchIndex() {
        int size = 0;
        insert(server.rules().ownMatchIndex(persistent), size++);
        for (Progress progress : followers) {
            insert(progress.matchIndex(), size++);
        }
        return sorted[server.configuration().majority() - 1];
    }

    /** Insertion into the first {@code size} numbers, the greatest first: there are few. */
    private void insert(long matchIndex, int size) {
        int at = size;
        while (at > 0 && sorted[at - 1] < matchIndex) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = matchIndex;
    }

    @Override
    void applied(long index, Entry entry, @Nullable Object response) {
        if (index >= firstWaiting) {
            server.reply(waiting.remove(), ClientReply.ok(command(index).sequenceNum(), response));
        }
        reads.answer();
    }

    private Command command(long index) {
        return Objects.requireNonNull(log.entry(index).command(), "clients wait for commands only");
    }
}
