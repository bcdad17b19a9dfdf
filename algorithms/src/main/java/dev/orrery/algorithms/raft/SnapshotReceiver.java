package dev.orrery.algorithms.raft;

import dev.orrery.algorithms.raft.InstallSnapshotReply.Outcome;
import dev.orrery.sim.disk.DiskError;
import dev.orrery.sim.node.NodeId;
import org.jspecify.annotations.Nullable;

/**
 * Takes a snapshot in that a leader sends (Fig. 13; §7). What has come of it outlasts its leader and the role of this server,
 * so that a transfer that was interrupted goes on where it stopped; a crash forgets it. The snapshot is in place when it is
 * durable, and acknowledged then.
 */
final class SnapshotReceiver {
    private final RaftServer server;
    private final PersistentState persistent;
    private final SnapshotAssembly assembly = new SnapshotAssembly();

    SnapshotReceiver(RaftServer server, PersistentState persistent) {
        this.server = server;
        this.persistent = persistent;
    }

    /** A chunk has come from the leader of the current term. */
    void installSnapshot(NodeId leader, InstallSnapshot chunk) {
        if (chunk.lastIncludedIndex() <= server.commitIndex()) {
            reply(leader, chunk.lastIncludedIndex(), chunk.length(), Outcome.INSTALLED);
        } else if (!server.rules().acceptsChunk(chunk)) {
            server.note("chunk-refused", "offset", chunk.offset());
            reply(leader, chunk.lastIncludedIndex(), assembly.received(), Outcome.CORRUPT);
        } else if (chunk.length() > server.options().snapshots().maxSize()) {
            server.note("snapshot-too-large", "bytes", chunk.length());
            reply(leader, chunk.lastIncludedIndex(), 0, Outcome.TOO_LARGE);
        } else {
            store(leader, chunk);
        }
    }

    private void store(NodeId leader, InstallSnapshot chunk) {
        assembly.add(chunk);
        if (assembly.isComplete() && !persistent.isSaving()) {
            complete(leader);
        }
        reply(leader, chunk.lastIncludedIndex(), assembly.received(), Outcome.STORED);
    }

    private void complete(NodeId leader) {
        Snapshot snapshot;
        try {
            snapshot = assembly.snapshot();
        } catch (IllegalArgumentException notWhole) {
            server.note("chunk-refused", "offset", 0);
            return;
        }
        persistent.save(snapshot, error -> saved(leader, snapshot, error));
    }

    private void saved(NodeId leader, Snapshot snapshot, @Nullable DiskError error) {
        // If it failed, the leader sends its last chunk again and it is tried again.
        if (error == null) {
            assembly.clear();
            server.install(snapshot);
            reply(leader, snapshot.lastIncludedIndex(), snapshot.bytes().length, Outcome.INSTALLED);
            persistent.flush();
        } else {
            server.diskFailed();
        }
    }

    private void reply(NodeId leader, long lastIncludedIndex, int offset, Outcome outcome) {
        server.outbox()
                .whenDurable(
                        leader, new InstallSnapshotReply(persistent.currentTerm(), lastIncludedIndex, offset, outcome));
    }
}
