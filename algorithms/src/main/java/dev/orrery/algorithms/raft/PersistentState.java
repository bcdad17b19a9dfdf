package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.disk.Damage;
import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.disk.Recovery;
import dev.orrery.sim.disk.WriteAheadLog;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The persistent state of Figure 2: {@code currentTerm}, {@code votedFor} and the log, in memory and in a write-ahead log;
 * and the latest snapshot (§7), in a file of its own.
 *
 * <p>Changes are made in memory at once and counted. When somebody {@link #demand}s that they be durable, {@link #flush}
 * writes all that is new as one record, so that term, vote and entries change together or not at all, and syncs it.
 * Changes made during a sync pile up and share the next record and the next sync.
 *
 * <p>Whenever a record is lost in a crash, so are all after it: what is recovered is the state as it was at some moment
 * not before the last sync that succeeded.
 *
 * <p>A snapshot is durable before anything that it stands for is discarded. So a log that is found beside a later snapshot
 * is one that was not yet cut, or not yet replaced: what the snapshot holds is discarded then.
 */
public final class PersistentState {
    static final String FILE = "raft-log";

    private final Disk disk;
    private final RaftRules rules;
    private final Listener listener;
    private final StateRecords records = new StateRecords();
    private final RaftLog log = new RaftLog();
    private final Disk.Done onSynced = this::synced;
    private final SnapshotStore snapshots;
    private @Nullable WriteAheadLog wal;

    private long currentTerm;
    private @Nullable NodeId votedFor;
    private long writtenTerm;

    /** Changes are numbered: how many were made, demanded to be durable, handed to the disk, and are durable. */
    private long changes;

    private long demanded;
    private long written;
    private long durable;

    /** The first entry that was not handed to the disk as it is now. */
    private long firstUnwritten = 1;

    /** Whether the file holds what the log has discarded, or what a snapshot has replaced, and is to be written anew. */
    private boolean rewriting;

    private boolean syncing;
    private boolean failing;
    private long syncingChanges;
    private long syncingIndex;
    private long durableIndex;

    /** Told what becomes of the state, in events of their own. */
    interface Listener {
        /** The state is as it was synced, and can be used. */
        void recovered();

        /** What was synced is not all there. The state is of no use. */
        void damaged(Damage damage);

        /** The snapshot is not whole any more, or is missing though the log depends on it. The state is of no use. */
        void snapshotDamaged();

        /** The state could not be read; {@link #open} may be called again. */
        void unreadable(DiskError error);

        /** More is durable than before. */
        void persisted();

        /** What was demanded could not be made durable, and nothing will be until {@link #retry}. */
        void unwritable(DiskError error);
    }

    PersistentState(Disk disk, RaftRules rules, Listener listener) {
        this.disk = disk;
        this.rules = rules;
        this.listener = listener;
        this.snapshots = new SnapshotStore(disk);
    }

    /** Reads what earlier lives left: the snapshot first. */
    void open() {
        snapshots.load(new SnapshotStore.Loaded() {
            @Override
            public void loaded() {
                WriteAheadLog.open(disk, FILE, PersistentState.this::opened);
            }

            @Override
            public void unreadable(DiskError error) {
                listener.unreadable(error);
            }

            @Override
            public void damaged() {
                listener.snapshotDamaged();
            }
        });
    }

    private void opened(@Nullable Recovery recovery, @Nullable DiskError error) {
        if (recovery == null) {
            listener.unreadable(error == null ? DiskError.READ_FAILED : error);
            return;
        }
        Damage damage = recovery.damage();
        if (damage != null) {
            listener.damaged(damage);
            return;
        }
        wal = recovery.log();
        for (byte[] record : recovery.records()) {
            StateRecords.TermAndVote last = StateRecords.replay(record, log);
            currentTerm = last.currentTerm();
            writtenTerm = currentTerm;
            votedFor = last.votedFor();
        }
        Snapshot snapshot = snapshots.latest();
        if (log.firstIndex() > 1 && (snapshot == null || snapshot.lastIncludedIndex() < log.firstIndex() - 1)) {
            listener.snapshotDamaged();
            return;
        }
        if (snapshot != null) {
            reconcile(snapshot);
        }
        firstUnwritten = log.lastIndex() + 1;
        durableIndex = log.lastIndex();
        listener.recovered();
    }

    /** A crash may have come between a snapshot and what it replaces, and before the snapshot's term was written. */
    private void reconcile(Snapshot snapshot) {
        if (!log.matches(snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm())) {
            log.restart(snapshot.lastIncludedIndex(), snapshot.lastIncludedTerm());
            rewriting = true;
        }
        if (snapshot.lastIncludedTerm() > currentTerm) {
            currentTerm = snapshot.lastIncludedTerm();
            votedFor = null;
            rewriting = true;
        }
    }

    /** The latest snapshot that is durable, or null if there is none. */
    @Nullable
    Snapshot snapshot() {
        return snapshots.latest();
    }

    /** Whether a snapshot is being written. */
    boolean isSaving() {
        return snapshots.isSaving();
    }

    /** Makes a snapshot durable, and then the latest one. Not while {@link #isSaving another one is}. */
    void save(Snapshot snapshot, Disk.Done done) {
        snapshots.save(snapshot, done);
    }

    /** Discards the entries up to an index, or none if that is 0 or less: the {@link #snapshot} holds what they did. */
    void discard(long lastDiscarded) {
        if (lastDiscarded >= log.firstIndex()) {
            log.discard(lastDiscarded);
            firstUnwritten = Math.max(firstUnwritten, log.firstIndex());
            rewriting = true;
        }
    }

    /** Discards the whole log: the {@link #snapshot}, which another server has taken, replaces it. */
    void restart(long lastIncludedIndex, long lastIncludedTerm) {
        log.restart(lastIncludedIndex, lastIncludedTerm);
        firstUnwritten = log.firstIndex();
        durableIndex = lastIncludedIndex;
        syncingIndex = lastIncludedIndex;
        rewriting = true;
        changes++;
    }

    /** The latest term that the server has seen, 0 at first. */
    public long currentTerm() {
        return currentTerm;
    }

    /** The candidate that received the vote in the current term, or null if none. */
    public @Nullable NodeId votedFor() {
        return votedFor;
    }

    public RaftLog log() {
        return log;
    }

    /** Begins a term, with a vote or without one. */
    void startTerm(long term, @Nullable NodeId vote) {
        if (term <= currentTerm) {
            throw new IllegalArgumentException("term " + term + " does not come after term " + currentTerm);
        }
        currentTerm = term;
        votedFor = vote;
        changes++;
    }

    /** Votes in the current term; null takes the vote back, which no correct server does. */
    public void vote(@Nullable NodeId candidate) {
        votedFor = candidate;
        changes++;
    }

    void append(Entry entry) {
        log.append(entry);
        changes++;
    }

    /** Deletes the entries after an index. */
    void truncate(long lastKept) {
        log.truncate(lastKept);
        firstUnwritten = Math.min(firstUnwritten, lastKept + 1);
        durableIndex = Math.min(durableIndex, lastKept);
        syncingIndex = Math.min(syncingIndex, lastKept);
        changes++;
    }

    /** How many changes were made so far. */
    long changes() {
        return changes;
    }

    /** Whether the first so many changes are durable. */
    public boolean isDurable(long change) {
        return change <= durable;
    }

    /** Up to which index the log is durable as it is now. */
    public long durableIndex() {
        return durableIndex;
    }

    /** Whether the disk refused to make changes durable, and has not yet done it since. */
    boolean isFailing() {
        return failing;
    }

    /** From the next {@link #flush} on, somebody waits for all changes so far to be durable. */
    public void demand() {
        demanded = changes;
    }

    /** Writes and syncs what is demanded, unless a sync is under way or the disk is failing. Called after each event. */
    void flush() {
        if ((demanded > durable || rewriting) && !syncing && !failing) {
            write();
        }
    }

    /** Tries again what failed. */
    void retry() {
        if (failing && !syncing) {
            write();
        }
    }

    private void write() {
        WriteAheadLog open = wal;
        if (open == null) {
            throw new IllegalStateException("the state has not been recovered yet");
        }
        syncing = true;
        syncingChanges = changes;
        syncingIndex = log.lastIndex();
        if (rewriting) {
            ByteWriter whole = records.record(currentTerm, votedFor, log, log.firstIndex());
            firstUnwritten = log.lastIndex() + 1;
            written = changes;
            writtenTerm = currentTerm;
            rewriting = false;
            open.rewrite(List.of(whole.toByteArray()), onSynced);
            return;
        }
        if (written < changes) {
            rules.writeTermAndVote(writtenTerm, currentTerm, votedFor, (term, vote) -> {
                ByteWriter record = records.record(term, vote, log, firstUnwritten);
                open.append(record.buffer(), record.size());
            });
            writtenTerm = currentTerm;
            firstUnwritten = log.lastIndex() + 1;
            written = changes;
        }
        open.sync(onSynced);
    }

    private void synced(@Nullable DiskError error) {
        syncing = false;
        failing = error != null;
        if (error == null) {
            durable = syncingChanges;
            durableIndex = syncingIndex;
            listener.persisted();
        } else {
            listener.unwritable(error);
        }
    }
}
