package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.sim.disk.Damage;
import dev.orrery.sim.disk.Disk;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.disk.Recovery;
import dev.orrery.sim.disk.WriteAheadLog;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a server must not forget (§2.4, §3): what it has promised, what it has accepted, and what it knows to be chosen, in
 * memory and in a write-ahead log.
 *
 * <p>Changes are made in memory at once and counted. When somebody {@link #demand}s that they be durable, {@link #flush}
 * writes all that is new as one record and syncs it. Changes made during a sync pile up and share the next record and the
 * next sync. Whenever a record is lost in a crash, so are all after it.
 */
final class StableState {
    private static final String FILE = "paxos-log";

    private final Disk disk;
    private final Listener listener;
    /** Whether anything is written at all; if not, all counts as durable at once. */
    private final boolean remembers;

    private final Instances instances = new Instances();
    private final Disk.Done onSynced = this::synced;
    private @Nullable WriteAheadLog log;
    private @Nullable Ballot promised;

    /** The instances at which something was put since it was handed to the disk. */
    private final TreeSet<Long> unwritten = new TreeSet<>();

    /** Changes are numbered: how many were made, demanded to be durable, handed to the disk, and are durable. */
    private long changes;

    private long demanded;
    private long written;
    private long durable;
    private boolean syncing;
    private boolean failing;
    private long syncingChanges;

    /** Told what becomes of the state, in events of their own. */
    interface Listener {
        /**
         * The state is as it was synced, and can be used.
         *
         * @param blank whether nothing was ever recorded
         */
        void recovered(boolean blank);

        /** What was synced is not all there. The state is of no use. */
        void damaged(Damage damage);

        /** The state could not be read; {@link #open} may be called again. */
        void unreadable();

        /** More is durable than before. */
        void persisted();

        /** What was demanded could not be made durable, and nothing will be until {@link #retry}. */
        void unwritable();
    }

    StableState(Disk disk, boolean remembers, Listener listener) {
        this.disk = disk;
        this.remembers = remembers;
        this.listener = listener;
    }

    /** Reads what earlier lives left. */
    void open() {
        WriteAheadLog.open(disk, FILE, this::opened);
    }

    private void opened(@Nullable Recovery recovery, @Nullable DiskError error) {
        if (recovery == null) {
            listener.unreadable();
            return;
        }
        Damage damage = recovery.damage();
        if (damage != null) {
            listener.damaged(damage);
            return;
        }
        log = recovery.log();
        recovery.records().forEach(record -> replay(StateRecord.decode(record)));
        listener.recovered(recovery.records().isEmpty());
    }

    private void replay(StateRecord record) {
        promised = record.promised();
        record.votes().forEach(vote -> instances.put(vote.instance(), vote.proposal()));
        instances.chooseThrough(record.chosenThrough());
    }

    /** The highest number that was promised, or null if none. */
    @Nullable
    Ballot promised() {
        return promised;
    }

    Instances instances() {
        return instances;
    }

    /** Promises, or what else the rules make of it. */
    void promise(Ballot ballot) {
        if (!ballot.equals(promised)) {
            promised = ballot;
            changes++;
        }
    }

    /** Puts a proposal at an instance, if it is not there yet. */
    void put(long instance, Proposal proposal) {
        if (!proposal.equals(instances.proposal(instance))) {
            instances.put(instance, proposal);
            unwritten.add(instance);
            changes++;
        }
    }

    /** The proposals up to this instance are known to be what was chosen. That need not be durable before anything else. */
    void chooseThrough(long instance) {
        instances.chooseThrough(instance);
        changes++;
    }

    /** Marks the disk as one that was set up: from now on it is not blank. */
    void setUp() {
        changes++;
        demand();
    }

    /** How many changes were made so far. */
    long changes() {
        return changes;
    }

    /** Whether the first so many changes are durable. */
    boolean isDurable(long change) {
        return change <= durable || !remembers;
    }

    /** Whether the disk refused to make changes durable, and has not yet done it since. */
    boolean isFailing() {
        return failing;
    }

    /** From the next {@link #flush} on, somebody waits for all changes so far to be durable. */
    void demand() {
        demanded = changes;
    }

    /** Writes and syncs what is demanded, unless a sync is under way or the disk is failing. Called after each event. */
    void flush() {
        if (demanded > durable && !syncing && !failing) {
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
        WriteAheadLog open = log;
        if (open == null) {
            throw new IllegalStateException("the state has not been recovered yet");
        }
        if (written < changes) {
            open.append(record().encode());
            unwritten.clear();
            written = changes;
        }
        syncing = true;
        syncingChanges = changes;
        open.sync(onSynced);
    }

    private StateRecord record() {
        if (!remembers) {
            return new StateRecord(null, 0, List.of());
        }
        List<Vote> votes = new ArrayList<>();
        for (long instance : unwritten) {
            Proposal proposal = instances.proposal(instance);
            if (proposal != null) {
                votes.add(new Vote(instance, proposal));
            }
        }
        return new StateRecord(promised, instances.chosenThrough(), votes);
    }

    private void synced(@Nullable DiskError error) {
        syncing = false;
        failing = error != null;
        if (error == null) {
            durable = syncingChanges;
            listener.persisted();
        } else {
            listener.unwritable();
        }
    }
}
