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
    /** The message that was sent last: followers that have got equally far share it. */
    private @Nullable AppendEntries latest;

    private final long[] sorted;

    Leader(RaftServer server) {
        super(server);
        persistent = server.persistent();
        log = persistent.log();
        maxEntries = server.options().maxEntries();
        List<NodeId> others = server.configuration().othersThan(server.self());
        followers = new Progress[others.size()];
        int nodes = 0;
        for (int i = 0; i < followers.length; i++) {
            followers[i] = new Progress(others.get(i), log.lastIndex() + 1);
            nodes = Math.max(nodes, others.get(i).index() + 1);
        }
        byNode = new @Nullable Progress[nodes];
        for (Progress progress : followers) {
            byNode[progress.follower.index()] = progress;
        }
        sorted = new long[followers.length + 1];
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
        heartbeat();
    }

    @Override
    void end() {
        server.heartbeatTimer().cancel();
        for (long index = Math.max(firstWaiting, server.lastApplied() + 1); !waiting.isEmpty(); index++) {
            server.reply(waiting.remove(), ClientReply.notLeader(command(index).sequenceNum(), null));
        }
    }

    /** Sends to every follower, also what was sent and is not answered yet: it may be lost (§5.2, §5.3). */
    void heartbeat() {
        for (Progress progress : followers) {
            send(progress);
        }
        server.heartbeatTimer().set(server.options().heartbeat());
    }

    @Override
    void clientRequest(NodeId client, ClientRequest request) {
        if (!server.rules().goesThroughLog(request.command())) {
            server.replyFromState(client, request.command());
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
        progress.sent(count);
        server.outbox().now(progress.follower, appendEntries(progress.nextIndex() - 1, count));
    }

    private AppendEntries appendEntries(long prevLogIndex, int count) {
        AppendEntries message = latest;
        if (message == null
                || message.prevLogIndex() != prevLogIndex
                || message.entries().size() != count
                || message.leaderCommit() != server.commitIndex()) {
            message = new AppendEntries(
                    persistent.currentTerm(),
                    prevLogIndex,
                    log.term(prevLogIndex),
                    log.slice(prevLogIndex + 1, count),
                    server.commitIndex());
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
        if (reply.success()) {
            // Nobody has more of this log than its leader, but a message may be damaged on its way.
            if (reply.matchIndex() <= log.lastIndex() && progress.matched(reply.matchIndex())) {
                advanceCommitIndex(reply.matchIndex());
                sendMore(progress);
            }
        } else if (progress.rejected(reply.matchIndex(), agreement(reply))) {
            send(progress);
        }
    }

    @Override
    void installSnapshotReply(NodeId follower, InstallSnapshotReply reply) {
        Progress progress = progress(follower);
        if (progress == null) {
            return;
        }
        SnapshotTransfer transfer = progress.transfer();
        switch (reply.outcome()) {
            case INSTALLED -> installed(progress, reply.lastIncludedIndex());
            case STORED, CORRUPT -> {
                if (transfer != null && transfer.stored(reply.lastIncludedIndex(), reply.offset())) {
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
        if (progress.nextIndex() <= log.lastIndex()) {
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
    }

    private Command command(long index) {
        return Objects.requireNonNull(log.entry(index).command(), "clients wait for commands only");
    }
}
