package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.StateMachine;
import dev.orrery.sim.disk.Damage;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.node.Clock;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Timer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Raft server (Ongaro and Ousterhout, In Search of an Understandable Consensus Algorithm, USENIX ATC 2014, extended
 * version; Fig. 2). It takes messages and time-outs, keeps the rules for all servers, and leaves the rest to its {@link
 * Role}.
 *
 * <p>What a message promises is durable before it leaves. A server whose disk does not write or sync steps down, begins no
 * election, neither votes nor acknowledges, and tries again. One whose disk cannot be read tries again too. One whose
 * synced state is damaged has forgotten what it promised: it halts for good, since no single server can tell what is
 * missing.
 */
public final class RaftServer implements Process, RaftState {
    /** How long a disk that failed is left alone; long against an operation, short against an election. */
    private static final long DISK_RETRY_NANOS = 50_000_000;

    private final Host host;
    private final Configuration configuration;
    private final RaftOptions options;
    private final RaftRules rules;
    private final PersistentState persistent;
    private final Outbox outbox;
    private final Voter voter;
    private final Applier applier;
    private final SnapshotTaker snapshotTaker;
    private final SnapshotReceiver snapshotReceiver;
    private final Timer electionTimer;
    private final Timer heartbeatTimer;
    private final Timer diskTimer;

    /** Null until the persistent state is recovered, and again when the server has halted. */
    private @Nullable Role role;
    /** The latest leader that this server has followed or been. */
    private @Nullable NodeId lastLeader;
    /** When a leader was heard of, by the node's clock. */
    private long lastHeard;

    private boolean everHeard;
    private long leaseReads;

    /**
     * A server that has not booted.
     *
     * @param servers the whole cluster, this server included
     * @param rules as the paper has them, or one of them broken on purpose
     * @param effects told of each command that is applied, at its index
     */
    public RaftServer(
            Host host,
            List<NodeId> servers,
            RaftOptions options,
            RaftRules rules,
            StateMachine stateMachine,
            Effects effects) {
        this.host = host;
        this.configuration = new Configuration(servers);
        this.options = options;
        this.rules = rules;
        persistent = new PersistentState(host.disk(), rules, new StorageEvents());
        outbox = new Outbox(host, persistent);
        voter = new Voter(this, persistent, rules, outbox);
        applier = new Applier(persistent.log(), rules, rules.sessions(stateMachine, effects));
        snapshotTaker = new SnapshotTaker(this, persistent, applier, options.snapshots());
        snapshotReceiver = new SnapshotReceiver(this, persistent);
        electionTimer = host.timer("election", this::electionTimeout);
        heartbeatTimer = host.timer("heartbeat", this::heartbeat);
        diskTimer = host.timer("disk-retry", this::retryDisk);
    }

    @Override
    public void start() {
        host.role("recovering");
        persistent.open();
    }

    @Override
    public void receive(NodeId from, Message message) {
        Role running = role;
        if (running == null) {
            return;
        }
        if (message instanceof RaftMessage rpc) {
            receive(from, rpc);
        } else if (message instanceof ClientRequest request) {
            running.clientRequest(from, request);
        }
        persistent.flush();
    }

    @Override
    public boolean operate(String command, NodeId subject) {
        Role running = role;
        boolean acted = running != null && running.operate(command, subject);
        if (acted) {
            persistent.flush();
        }
        return acted;
    }

    private void receive(NodeId from, RaftMessage message) {
        if (message instanceof RequestVote request
                && options.leaderStickiness()
                && rules.sticksToLeader(hearsFromLeader(), request.leadershipTransfer())) {
            return;
        }
        adoptTerm(message);
        Role current = role;
        if (current == null) {
            return;
        }
        if (message instanceof AppendEntries request) {
            appendEntries(from, request);
        } else if (message instanceof AppendEntriesReply reply) {
            if (reply.term() == currentTerm()) {
                current.appendEntriesReply(from, reply);
            }
        } else if (message instanceof InstallSnapshot chunk) {
            installSnapshot(from, chunk);
        } else if (message instanceof InstallSnapshotReply reply) {
            if (reply.term() == currentTerm()) {
                current.installSnapshotReply(from, reply);
            }
        } else if (message instanceof RequestVote request) {
            voter.requestVote(from, request);
        } else if (message instanceof TimeoutNow request) {
            if (request.term() == currentTerm() && current instanceof Follower follower) {
                follower.timeoutNow();
            }
        } else if (message instanceof RequestVoteReply reply) {
            if (reply.term() == currentTerm()) {
                current.requestVoteReply(from, reply);
            }
        } else if (message instanceof RequestPreVote request) {
            voter.requestPreVote(from, request);
        } else if (message instanceof RequestPreVoteReply reply) {
            current.requestPreVoteReply(from, reply);
        }
    }

    /** Fig. 2, All Servers: whoever hears of a later term follows in it (§5.1). The term of a pre-vote has not begun. */
    private void adoptTerm(RaftMessage message) {
        if (message.term() > currentTerm() && !(message instanceof RequestPreVote)) {
            startTerm(message.term(), null);
            become(new Follower(this));
        }
    }

    private void appendEntries(NodeId from, AppendEntries request) {
        if (request.term() < currentTerm()) {
            outbox.whenDurable(from, AppendEntriesReply.reject(currentTerm(), request.prevLogIndex(), 0, 0));
            return;
        }
        Follower follower = followerOf(from, request.term());
        if (follower != null) {
            follower.appendEntries(from, request);
        }
    }

    private void installSnapshot(NodeId from, InstallSnapshot chunk) {
        if (chunk.term() < currentTerm()) {
            outbox.whenDurable(
                    from,
                    new InstallSnapshotReply(
                            currentTerm(), chunk.lastIncludedIndex(), 0, InstallSnapshotReply.Outcome.STORED));
        } else if (followerOf(from, chunk.term()) != null) {
            snapshotReceiver.installSnapshot(from, chunk);
        }
    }

    /** Follows the leader of the current term, which was heard of just now. */
    private @Nullable Follower followerOf(NodeId leader, long term) {
        // There is one leader in a term, so a leader never hears of another one in its own.
        if (role instanceof Leader) {
            return null;
        }
        if (!(role instanceof Follower)) {
            if (!rules.recognizes(term, currentTerm())) {
                return null;
            }
            rules.stepDown(persistent);
            become(new Follower(this));
        }
        heardFrom(leader);
        if (role instanceof Follower follower) {
            follower.follow(leader);
            return follower;
        }
        return null;
    }

    private void heardFrom(NodeId leader) {
        lastLeader = leader;
        lastHeard = host.clock().monotonic();
        everHeard = true;
        resetElectionTimer();
    }

    private void electionTimeout() {
        if (role != null) {
            role.electionTimeout();
            persistent.flush();
        }
    }

    private void heartbeat() {
        if (role instanceof Leader leader) {
            leader.heartbeat();
            persistent.flush();
        }
    }

    private void retryDisk() {
        if (role == null) {
            persistent.open();
        } else {
            persistent.retry();
        }
    }

    /** What the disk tells. */
    private final class StorageEvents implements PersistentState.Listener {
        @Override
        public void recovered() {
            host.state("term", currentTerm());
            Snapshot snapshot = persistent.snapshot();
            if (snapshot != null) {
                restore(snapshot);
            }
            host.note("recovered", "entries", persistent.log().lastIndex());
            if (options.reads().mode() == ReadOptions.Mode.LEASE) {
                // Before the crash this server may have made part of a lease that still holds.
                everHeard = true;
                lastHeard = host.clock().monotonic();
            }
            become(
                    rules.leadsAfterRestart(persistent, self())
                            ? new Leader(RaftServer.this)
                            : new Follower(RaftServer.this));
            persistent.flush();
        }

        @Override
        public void snapshotDamaged() {
            host.role("halted");
            host.note("snapshot-damaged");
        }

        @Override
        public void damaged(Damage damage) {
            host.role("halted");
            host.note("log-damaged", "record", damage.firstMissing());
        }

        @Override
        public void unreadable(DiskError error) {
            host.note("disk-failed");
            diskTimer.set(DISK_RETRY_NANOS);
        }

        @Override
        public void persisted() {
            outbox.release();
            if (role != null) {
                role.persisted();
            }
            persistent.flush();
        }

        @Override
        public void unwritable(DiskError error) {
            host.note("disk-failed");
            outbox.clear();
            if (!(role instanceof Follower)) {
                rules.stepDown(persistent);
                become(new Follower(RaftServer.this));
            }
            diskTimer.set(DISK_RETRY_NANOS);
        }
    }

    // What the roles use.

    void become(Role next) {
        if (role != null) {
            role.end();
        }
        role = next;
        host.role(next.name());
        next.begin();
        if (!(role instanceof Leader) && !electionTimer.isSet()) {
            resetElectionTimer();
        }
    }

    /** Begins an election or, with pre-vote, asks first. A server that cannot persist its vote stays as it is. */
    void startElection() {
        if (persistent.isFailing() || !configuration.contains(self())) {
            resetElectionTimer();
        } else {
            become(options.preVote() ? new PreCandidate(this) : new Candidate(this, false));
        }
    }

    /** Begins an election that the leader wants, without asking first. */
    void startElectionAtOnce() {
        if (!persistent.isFailing() && configuration.contains(self())) {
            become(new Candidate(this, true));
        }
    }

    /** Leads no more, without having heard of a later term. */
    void stepDown() {
        rules.stepDown(persistent);
        become(new Follower(this));
    }

    void startTerm(long term, @Nullable NodeId vote) {
        persistent.startTerm(term, vote);
        host.state("term", term);
    }

    /** This server leads from now on. */
    void elected() {
        electionTimer.cancel();
        host.note("leader-elected", "term", currentTerm());
        if (lastLeader != null && !lastLeader.equals(self())) {
            host.note("leader-changed", "term", currentTerm());
        }
        lastLeader = self();
    }

    void resetElectionTimer() {
        electionTimer.set(host.random()
                .between(
                        options.electionTimeout().min(),
                        options.electionTimeout().max()));
    }

    /** Whether a leader was heard of within the least election timeout, or this server is one (dissertation §9.6). */
    boolean hearsFromLeader() {
        return role instanceof Leader
                || (everHeard
                        && host.clock().monotonic() - lastHeard
                                < options.electionTimeout().min());
    }

    /** Entries up to this index are committed, and are applied at once. */
    void commitTo(long index) {
        if (!applier.commitTo(index)) {
            return;
        }
        host.state("commit", index);
        while (applier.hasNext()) {
            Object response = applier.applyNext();
            long applied = applier.lastApplied();
            if (role != null) {
                role.applied(applied, persistent.log().entry(applied), response);
            }
            snapshotTaker.applied(applied);
        }
    }

    /** A snapshot that another server has taken is durable here, and takes the place of what it stands for (Fig. 13). */
    void install(Snapshot snapshot) {
        if (!rules.isNews(snapshot.lastIncludedIndex(), commitIndex())) {
            return;
        }
        if (rules.keepsLog(persistent.log(), snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm())) {
            persistent.discard(snapshot.lastIncludedIndex());
        } else {
            persistent.restart(snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm());
        }
        restore(snapshot);
        host.note("snapshot-installed", "index", snapshot.lastIncludedIndex());
    }

    private void restore(Snapshot snapshot) {
        applier.restore(snapshot);
        snapshotTaker.schedule();
        host.state("commit", commitIndex());
    }

    void diskFailed() {
        host.note("disk-failed");
    }

    void sendToOthers(RaftMessage message) {
        for (NodeId server : configuration.servers()) {
            if (!server.equals(self())) {
                outbox.now(server, message);
            }
        }
    }

    /** Answers a command that was not put into the log by what is applied so far. */
    void replyFromState(NodeId client, Command command) {
        reply(client, ClientReply.ok(command.sequenceNum(), applier.answer(command)));
    }

    /** The same, by a leader that holds a lease (dissertation §6.4.1). */
    void answerUnderLease(NodeId client, Command command) {
        leaseReads++;
        replyFromState(client, command);
    }

    boolean isReadOnly(Command command) {
        return applier.isReadOnly(command);
    }

    Clock clock() {
        return host.clock();
    }

    void reply(NodeId client, ClientReply reply) {
        host.send(client, reply);
    }

    void note(String event, String field, long value) {
        host.note(event, field, value);
    }

    NodeId self() {
        return host.self();
    }

    Configuration configuration() {
        return configuration;
    }

    RaftOptions options() {
        return options;
    }

    RaftRules rules() {
        return rules;
    }

    PersistentState persistent() {
        return persistent;
    }

    Outbox outbox() {
        return outbox;
    }

    Timer heartbeatTimer() {
        return heartbeatTimer;
    }

    // What others may look at.

    @Override
    public boolean isRunning() {
        return role != null;
    }

    @Override
    public boolean isLeader() {
        return role instanceof Leader;
    }

    @Override
    public long currentTerm() {
        return persistent.currentTerm();
    }

    @Override
    public long announcedTerm() {
        return outbox.announcedTerm();
    }

    @Override
    public @Nullable NodeId votedFor() {
        return persistent.votedFor();
    }

    @Override
    public long announcedVoteTerm() {
        return outbox.announcedVoteTerm();
    }

    @Override
    public @Nullable NodeId announcedVote() {
        return outbox.announcedVote();
    }

    @Override
    public long leaseReads() {
        return leaseReads;
    }

    @Override
    public @Nullable Snapshot snapshot() {
        return persistent.snapshot();
    }

    @Override
    public LogView log() {
        return persistent.log();
    }

    @Override
    public long commitIndex() {
        return applier.commitIndex();
    }

    @Override
    public long lastApplied() {
        return applier.lastApplied();
    }
}
