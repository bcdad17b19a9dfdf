package dev.orrery.algorithms.lock.raft;

import dev.orrery.algorithms.lock.DistributedLock;
import dev.orrery.algorithms.lock.LockRules;
import dev.orrery.algorithms.lock.desk.DeskOptions;
import dev.orrery.algorithms.lock.desk.Lease;
import dev.orrery.algorithms.lock.system.LockAlgorithm;
import dev.orrery.algorithms.lock.system.LockProvider;
import dev.orrery.algorithms.raft.RaftOptions;
import dev.orrery.algorithms.raft.RaftRules;
import dev.orrery.algorithms.raft.RaftServer;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.SessionClient;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.system.Option;
import dev.orrery.sim.system.Options;
import java.util.List;

/** The system {@code raft-lock}. */
public final class RaftLock extends LockProvider {
    private static final Option<Long> POLL = Option.duration(
            "poll", "20ms", "How long a client in the line waits before it asks again whether its turn has come.");
    private static final int TICKS_IN_A_LEASE = 10;

    @Override
    public String name() {
        return "raft-lock";
    }

    @Override
    public String description() {
        return "A fenced lock replicated by Raft: an owner, a fence that grows, a line of those that wait, and sessions that"
                + " end when their client is not heard of for a lease. One commit an operation.";
    }

    @Override
    protected List<Option<?>> ownOptions() {
        return List.of(DeskOptions.LEASE, DeskOptions.DRIFT, POLL);
    }

    @Override
    protected List<EventType> ownEvents() {
        return List.of(
                new EventType("election-started", "term", "A server has begun a term and asks for votes."),
                new EventType("leader-elected", "term", "A majority has voted for this server."));
    }

    @Override
    protected List<String> ownRoles() {
        return List.of("recovering", "follower", "pre-candidate", "candidate", "leader", "halted");
    }

    @Override
    protected LockAlgorithm algorithm(List<NodeId> servers, Options options, long retryNanos, LockRules rules) {
        Lease lease = DeskOptions.lease(options);
        long poll = options.get(POLL);
        long tick = Math.max(1, lease.nanos() / TICKS_IN_A_LEASE);
        return new LockAlgorithm() {
            @Override
            public Process server(Host host) {
                LockTable table = new LockTable(lease.nanos() + RaftLockServer.slack(tick));
                RaftServer raft =
                        new RaftServer(host, servers, RaftOptions.DEFAULT, new RaftRules(), table, Effects.UNSEEN);
                return new RaftLockServer(host, raft, tick);
            }

            @Override
            public DistributedLock lock(Host host) {
                SessionClient table = new SessionClient(host, servers, retryNanos, f -> false);
                return new RaftLockClient(host, table, lease, poll);
            }
        };
    }
}
