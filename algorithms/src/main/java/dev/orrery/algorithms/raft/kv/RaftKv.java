package dev.orrery.algorithms.raft.kv;

import dev.orrery.algorithms.raft.check.RaftChecks;
import dev.orrery.algorithms.raft.mutant.RaftMutants;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.system.SystemProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The system {@code raft-kv}: a linearizable key-value store replicated by Raft. */
public final class RaftKv implements SystemProvider {
    @Override
    public String name() {
        return "raft-kv";
    }

    @Override
    public String description() {
        return "A key-value store replicated by Raft (Ongaro and Ousterhout, 2014). All operations are"
                + " linearizable, and clients have sessions, so each takes effect once.";
    }

    @Override
    public List<Option<?>> options() {
        return RaftKvOptions.ALL;
    }

    @Override
    public @Nullable String objection(int servers, Options options) {
        try {
            RaftKvOptions.raft(options);
            return null;
        } catch (IllegalArgumentException unsafe) {
            return unsafe.getMessage();
        }
    }

    @Override
    public List<String> operations() {
        return KeyValueStore.OPERATIONS;
    }

    @Override
    public List<String> roles() {
        return List.of("recovering", "follower", "pre-candidate", "candidate", "leader", "halted");
    }

    @Override
    public List<EventType> events() {
        return List.of(
                new EventType("recovered", "entries", "A server has read from its disk what it had synced."),
                new EventType("election-started", "term", "A server has begun a term and asks for votes."),
                new EventType("vote-given", "term", "A server has told a candidate that it has its vote."),
                new EventType("leader-elected", "term", "A majority has voted for this server."),
                new EventType(
                        "leader-changed", "term", "A server was elected that had followed another leader before."),
                new EventType(
                        "entry-overwritten",
                        "index",
                        "A follower deletes entries that its leader does not have, from this index on."),
                new EventType("quorum-lost", "term", "A leader steps down, since it hears of no majority."),
                new EventType("transfer-refused", "node", "A leader shall hand over to a server that cannot lead."),
                new EventType(
                        "transfer-aborted", "term", "A leader goes on, since its successor was not elected in time."),
                new EventType("snapshot-taken", "index", "A server has a durable snapshot and cuts its log."),
                new EventType(
                        "snapshot-installed",
                        "index",
                        "A snapshot that came from the leader has replaced a server's log."),
                new EventType("chunk-refused", "offset", "A chunk of a snapshot came damaged and is sent again."),
                new EventType(
                        "snapshot-too-large",
                        "bytes",
                        "A server neither takes nor receives a snapshot that is larger than it may be."),
                new EventType(
                        "snapshot-refused",
                        "index",
                        "A leader learns that a follower takes no snapshot as large as its own."),
                new EventType("snapshot-damaged", "", "A server halts: its snapshot is not whole any more."),
                new EventType(
                        "disk-failed", "", "A server's disk did not read, write or sync; the server tries again."),
                new EventType(
                        "log-damaged",
                        "record",
                        "A server halts: what it had synced is not all there, from this record on."));
    }

    @Override
    public List<Check> checks() {
        return RaftChecks.all();
    }

    @Override
    public Cluster cluster(List<NodeId> servers, Options options) {
        return new RaftKvCluster(
                servers,
                RaftKvOptions.raft(options),
                options.get(RaftKvOptions.CLIENT_RETRY),
                RaftMutants.ALL.rules(options.get(RaftKvOptions.MUTANT)));
    }
}
