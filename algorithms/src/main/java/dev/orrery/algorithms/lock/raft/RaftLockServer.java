package dev.orrery.algorithms.lock.raft;

import dev.orrery.algorithms.raft.RaftServer;
import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Timer;

/**
 * A Raft server that, while it leads, tells the table how much time has passed. It never tells more than twice the interval
 * at once, so that a leader that was paused, and takes up signs of life only now, ends no session for it.
 */
final class RaftLockServer implements Process {
    private static final int MOST_INTERVALS = 2;
    private static final long NO_TERM = -1;

    private final Host host;
    private final RaftServer raft;
    private final long interval;
    private final Timer tick;
    private final long session;
    private long sequence;
    /** The term in which this server told the time last. */
    private long term = NO_TERM;

    private long toldAt;

    RaftLockServer(Host host, RaftServer raft, long interval) {
        this.host = host;
        this.raft = raft;
        this.interval = interval;
        session = host.random().next();
        tick = host.timer("tick", this::tick);
    }

    /** How much of the time before a sign of life a tick that comes after it may hold, in nanoseconds. */
    static long slack(long interval) {
        return MOST_INTERVALS * interval;
    }

    @Override
    public void start() {
        raft.start();
        tick.set(interval);
    }

    private void tick() {
        tick.set(interval);
        if (!raft.isLeader()) {
            term = NO_TERM;
            return;
        }
        long now = host.clock().monotonic();
        if (term == raft.currentTerm()) {
            long elapsed = Math.min(now - toldAt, slack(interval));
            Command command = new Command(session, ++sequence, LockTable.TICK, session, elapsed);
            raft.receive(host.self(), new ClientRequest(command));
        }
        term = raft.currentTerm();
        toldAt = now;
    }

    @Override
    public void receive(NodeId from, Message message) {
        if (!(message instanceof ClientReply)) {
            raft.receive(from, message);
        }
    }

    @Override
    public void refused(NodeId to, Message message) {
        raft.refused(to, message);
    }

    @Override
    public void stop() {
        raft.stop();
    }
}
