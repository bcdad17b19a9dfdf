package dev.orrery.algorithms.raft.check;

import dev.orrery.algorithms.raft.Entry;
import dev.orrery.algorithms.raft.LogView;
import dev.orrery.algorithms.raft.RaftLog;
import dev.orrery.algorithms.raft.RaftState;
import dev.orrery.algorithms.raft.Snapshot;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import org.jspecify.annotations.Nullable;

/** A server that says what a test wants it to say. */
final class Staged implements Process, RaftState {
    final NodeId id;
    private final Invariant invariant;
    private RaftLog log = new RaftLog();
    private boolean running = true;
    private boolean leader;
    private long currentTerm;
    private long announcedTerm;
    private @Nullable NodeId votedFor;
    private long announcedVoteTerm;
    private @Nullable NodeId announcedVote;
    private long commitIndex;
    private long lastApplied;
    private long leaseReads;

    Staged(int number, Invariant invariant) {
        this.id = new NodeId(number - 1, "n" + number);
        this.invariant = invariant;
        invariant.booted(id, this);
    }

    /** What the invariant says to the server as it is now. */
    @Nullable
    String judged() {
        return invariant.touched(id, this);
    }

    Staged follows(long term) {
        leader = false;
        currentTerm = term;
        return this;
    }

    Staged leads(long term) {
        leader = true;
        currentTerm = term;
        return this;
    }

    Staged announced(long term) {
        announcedTerm = term;
        return this;
    }

    /** Votes and says so. */
    Staged votes(long term, NodeId candidate) {
        announcedVoteTerm = term;
        announcedVote = candidate;
        return votedFor(candidate);
    }

    Staged votedFor(NodeId candidate) {
        votedFor = candidate;
        return this;
    }

    Staged appends(long... terms) {
        for (long term : terms) {
            log.append(Entry.noOp(term));
        }
        return this;
    }

    /** Appends the command that writes a value. */
    Staged writes(long term, long value) {
        log.append(new Entry(term, new Command(7, value, "write", 1L, value)));
        return this;
    }

    Staged truncates(long lastKept) {
        log.truncate(lastKept);
        return this;
    }

    /** Answers a read under a lease. */
    Staged readsUnderLease() {
        leaseReads++;
        return this;
    }

    Staged commits(long index) {
        commitIndex = index;
        return this;
    }

    Staged applies(long index) {
        commitIndex = Math.max(commitIndex, index);
        lastApplied = index;
        return this;
    }

    /** Crashes and comes back with nothing in its fields; its log is lost too, unless it is appended again. */
    Staged crashes() {
        invariant.crashed(id);
        log = new RaftLog();
        leader = false;
        currentTerm = 0;
        announcedTerm = 0;
        votedFor = null;
        announcedVoteTerm = 0;
        announcedVote = null;
        commitIndex = 0;
        lastApplied = 0;
        invariant.booted(id, this);
        return this;
    }

    Staged recovering() {
        running = false;
        return this;
    }

    Staged recovered(long term) {
        running = true;
        currentTerm = term;
        return this;
    }

    @Override
    public void start() {}

    @Override
    public void receive(NodeId from, Message message) {}

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isLeader() {
        return leader;
    }

    @Override
    public long currentTerm() {
        return currentTerm;
    }

    @Override
    public long announcedTerm() {
        return announcedTerm;
    }

    @Override
    public @Nullable NodeId votedFor() {
        return votedFor;
    }

    @Override
    public long announcedVoteTerm() {
        return announcedVoteTerm;
    }

    @Override
    public @Nullable NodeId announcedVote() {
        return announcedVote;
    }

    @Override
    public long leaseReads() {
        return leaseReads;
    }

    @Override
    public @Nullable Snapshot snapshot() {
        return null;
    }

    @Override
    public LogView log() {
        return log;
    }

    @Override
    public long commitIndex() {
        return commitIndex;
    }

    @Override
    public long lastApplied() {
        return lastApplied;
    }
}
