package dev.orrery.algorithms.paxos.multi.check;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.paxos.multi.InstanceView;
import dev.orrery.algorithms.paxos.multi.Journal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.paxos.multi.MultiPaxosState;
import dev.orrery.algorithms.paxos.multi.Quorums;
import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One of three servers, which says what a test wants it to say. */
final class Staged implements Process, MultiPaxosState, InstanceView {
    private final NodeId id;
    private final Invariant invariant;
    private final Map<Long, Proposal> proposals = new TreeMap<>();
    private Journal journal = new Journal();
    private boolean acceptor = true;
    private @Nullable Ballot promised;
    private @Nullable Ballot leads;
    private long chosenThrough;
    private long lastApplied;

    Staged(int number, Invariant invariant) {
        this.id = new NodeId(number - 1, "n" + number);
        this.invariant = invariant;
        invariant.booted(id, this);
    }

    static Ballot ballot(long round, int proposer) {
        return new Ballot(round, new NodeId(proposer - 1, "n" + proposer));
    }

    /** What the invariant says to the server as it is now. */
    @Nullable
    String judged() {
        return invariant.touched(id, this);
    }

    Staged asked(Object value) {
        journal.add(new Announcement.Asked(value));
        return this;
    }

    Staged promises(Ballot ballot) {
        promised = ballot;
        journal.add(new Announcement.Promised(ballot));
        return this;
    }

    Staged accepts(long instance, Ballot ballot, Object value) {
        Proposal proposal = new Proposal(ballot, value);
        promised = ballot;
        proposals.put(instance, proposal);
        journal.add(new Announcement.AcceptedProposal(instance, proposal));
        return this;
    }

    /** Takes a value for chosen at the next instance, and applies it. */
    Staged learns(Object value) {
        chosenThrough++;
        lastApplied = chosenThrough;
        proposals.put(chosenThrough, new Proposal(ballot(1, 1), value));
        return this;
    }

    Staged leads(Ballot ballot) {
        leads = ballot;
        return this;
    }

    /** What the invariant says when the server is killed as it is now, before anybody has looked at it. */
    @Nullable
    String killed() {
        return invariant.ending(id, this);
    }

    /** Crashes, and comes back having lost its disk or with this promise. */
    Staged crashes(@Nullable Ballot remembered) {
        invariant.crashed(id);
        journal = new Journal();
        promised = remembered;
        leads = null;
        chosenThrough = 0;
        lastApplied = 0;
        invariant.booted(id, this);
        return this;
    }

    Staged onlyLearns() {
        acceptor = false;
        return this;
    }

    @Override
    public void start() {}

    @Override
    public void receive(NodeId from, Message message) {}

    @Override
    public boolean isRunning() {
        return true;
    }

    @Override
    public boolean isLeader() {
        return leads != null;
    }

    @Override
    public boolean isAcceptor() {
        return acceptor;
    }

    @Override
    public @Nullable Ballot promised() {
        return promised;
    }

    @Override
    public @Nullable Ballot leads() {
        return leads;
    }

    @Override
    public InstanceView instances() {
        return this;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Quorums quorums() {
        return Quorums.majorities(3);
    }

    @Override
    public long lastApplied() {
        return lastApplied;
    }

    @Override
    public long firstInstance() {
        return 1;
    }

    @Override
    public long lastInstance() {
        return proposals.keySet().stream().mapToLong(each -> each).max().orElse(0);
    }

    @Override
    public long chosenThrough() {
        return chosenThrough;
    }

    @Override
    public @Nullable Proposal proposal(long instance) {
        return proposals.get(instance);
    }
}
