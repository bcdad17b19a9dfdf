package dev.orrery.scenarios.study;

import dev.orrery.algorithms.raft.AppendEntries;
import dev.orrery.algorithms.raft.RaftOptions;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.raft.RaftServer;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.sim.Observer;
import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One trial of the Raft paper's election-time measurement (§9.3; dissertation §9.3): of five servers the leader crashes, two
 * of the other four lack its last entry and so cannot be elected, and it is measured until all others hear of a new leader.
 */
final class ElectionTrial {
    private static final int SERVERS = 5;
    private static final long PLANNED_AT = 1_000_000_000;
    private static final long STEP = 50_000_000;
    /** The first leader is elected at once, so that a trial does not begin with an election like the one it measures. */
    private static final DurationRange AT_ONCE = new DurationRange(20_000_000, 20_000_000);

    private final Simulation simulation;
    private final RandomStream random;
    private final DurationRange timeout;
    private final List<NodeId> ids = new ArrayList<>();
    private final Set<NodeId> heard = new TreeSet<>();
    private boolean lastEntry;
    private long ledSince;
    private long crashAt;
    private long newLeaderHeardAt;

    ElectionTrial(Seed seed, SimulationConfig world, DurationRange timeout, long driftPpm) {
        simulation = new Simulation(seed, world);
        random = new RandomStream(seed.key("crash"));
        this.timeout = timeout;
        for (int i = 0; i < SERVERS; i++) {
            ids.add(new NodeId(i, "n" + (i + 1)));
        }
        for (NodeId id : ids) {
            // The clock of the first leader is exact: the moments of its heartbeats are known.
            long drift = id.index() == 0 ? 0 : random.between(-driftPpm, driftPpm);
            simulation.add(id.name(), Participant::new, 0, drift);
        }
        simulation.observe(new Observer() {
            @Override
            public void role(NodeId node, String role, long at) {
                if (ledSince == 0 && role.equals("leader")) {
                    ledSince = at;
                }
            }
        });
    }

    /** A Raft server, and what the measurement needs to see of it and do to it. */
    private final class Participant implements Process {
        private final NodeId self;
        private final RaftServer server;

        Participant(Host host) {
            self = host.self();
            boolean first = self.equals(ids.get(0));
            server = new RaftServer(
                    host,
                    ids,
                    RaftOptions.plain(first ? AT_ONCE : timeout, timeout.min() / 2),
                    new RaftRules(),
                    new KeyValueStore(),
                    Effects.UNSEEN);
            if (first) {
                host.after("plan", PLANNED_AT, () -> plan(host));
            }
        }

        /** The last entry goes out just after a heartbeat, and the leader crashes before the next one. */
        private void plan(Host host) {
            long interval = timeout.min() / 2;
            long untilHeartbeat = interval - (PLANNED_AT - ledSince) % interval;
            host.after("last-entry", untilHeartbeat + 1, this::appendLastEntry);
            crashAt = PLANNED_AT + untilHeartbeat + random.between(2, interval);
        }

        private void appendLastEntry() {
            lastEntry = true;
            server.receive(self, new ClientRequest(new Command(1, 1, "write", 1L, 1L)));
        }

        private void hear(NodeId follower) {
            if (heard.size() < SERVERS - 2 && heard.add(follower)) {
                newLeaderHeardAt = simulation.now();
            }
        }

        @Override
        public void start() {
            server.start();
        }

        @Override
        public void receive(NodeId from, Message message) {
            boolean behind = self.index() >= 3;
            if (message instanceof AppendEntries request && lastEntry) {
                if (!from.equals(ids.get(0))) {
                    hear(self);
                } else if (behind && !request.entries().isEmpty()) {
                    server.receive(
                            from,
                            new AppendEntries(
                                    request.term(), request.prevLogIndex(), request.prevLogTerm(), List.of(), 0));
                    return;
                }
            }
            server.receive(from, message);
        }
    }

    /** How long there was no leader that all others had heard of, in virtual nanoseconds. */
    long run() {
        simulation.runUntil(PLANNED_AT);
        simulation.runUntil(crashAt);
        simulation.kill(ids.get(0), CrashPolicy.LOSE_UNSYNCED);
        while (heard.size() < SERVERS - 2) {
            simulation.runUntil(simulation.now() + STEP);
        }
        return newLeaderHeardAt - crashAt;
    }
}
