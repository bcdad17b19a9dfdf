package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.PaxosRules;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.paxos.multi.Journal.Announcement;
import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.StateMachine;
import dev.orrery.sim.disk.Damage;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Timer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server of Multi-Paxos (Lamport, Paxos Made Simple, 2001, §3): proposer, acceptor, learner and replica in one. It takes
 * messages and time-outs, and leaves what a proposer does to its {@link Role}.
 *
 * <p>What an acceptor answers is durable before it leaves. A server whose disk does not write or sync steps down, begins no
 * election, answers nothing as an acceptor, and tries again; so does one whose disk cannot be read. One whose synced state is
 * damaged halts for good. One that finds its disk empty, though it was set up before, is an acceptor no more: {@link DiskLost}.
 */
public final class MultiPaxosServer implements Process, MultiPaxosState {
    /** How long a disk that failed is left alone; long against an operation, short against an election. */
    private static final long DISK_RETRY_NANOS = 50_000_000;

    private final Host host;
    private final List<NodeId> servers;
    private final List<NodeId> others;
    private final MultiPaxosOptions options;
    private final Quorums quorums;
    private final PaxosRules rules;
    private final Installation installation;
    private final StableState state;
    private final Journal journal = new Journal();
    private final Outbox outbox;
    private final Acceptor acceptor;
    private final CatchingUp catchingUp;
    private final Applier applier;
    private final Timer electionTimer;
    private final Timer heartbeatTimer;
    private final Timer diskTimer;

    /** Null until the state is recovered, and again when the server has halted. */
    private @Nullable Role role;
    /** The latest leader that this server has followed or been. */
    private @Nullable NodeId lastLeader;
    /** When a leader was heard of, by the node's clock. */
    private long lastHeard;

    private boolean everHeard;
    /** The highest round that this server knows of. */
    private long highestRound;

    /**
     * A server that has not booted.
     *
     * @param servers the whole cluster, this server included
     * @param rules as the paper has them, or one of them broken on purpose
     * @param effects told of each command that is applied, at its instance
     */
    public MultiPaxosServer(
            Host host,
            List<NodeId> servers,
            MultiPaxosOptions options,
            Quorums quorums,
            PaxosRules rules,
            StateMachine stateMachine,
            Effects effects,
            Installation installation) {
        this.host = host;
        this.servers = List.copyOf(servers);
        this.others =
                servers.stream().filter(server -> !server.equals(host.self())).toList();
        this.options = options;
        this.quorums = quorums;
        this.rules = rules;
        this.installation = installation;
        state = new StableState(host.disk(), rules.remembers(), new StorageEvents());
        outbox = new Outbox(host, state, journal);
        acceptor = new Acceptor(host, rules, state, outbox);
        catchingUp = new CatchingUp(host, state.instances(), options.heartbeat());
        applier = new Applier(stateMachine, effects);
        electionTimer = host.timer("election", this::electionTimeout);
        heartbeatTimer = host.timer("heartbeat", this::heartbeat);
        diskTimer = host.timer("disk-retry", this::retryDisk);
    }

    @Override
    public void start() {
        host.role("recovering");
        state.open();
    }

    @Override
    public void receive(NodeId from, Message message) {
        Role running = role;
        if (running == null) {
            return;
        }
        if (message instanceof MultiPaxosMessage ours) {
            receive(from, ours);
        } else if (message instanceof ClientRequest request) {
            running.clientRequest(from, request);
        }
        finish();
    }

    /** Takes in what the server has sent to itself, and has the disk write what somebody waits for. */
    private void finish() {
        for (MultiPaxosMessage own = outbox.nextToSelf(); own != null; own = outbox.nextToSelf()) {
            receive(self(), own);
        }
        state.flush();
    }

    private void receive(NodeId from, MultiPaxosMessage message) {
        Role current = role;
        if (current == null) {
            return;
        }
        if (message instanceof Accept request) {
            accept(from, request);
        } else if (message instanceof Accepted answer) {
            current.accepted(from, answer);
        } else if (message instanceof Prepare request) {
            prepare(from, request);
        } else if (message instanceof Promise answer) {
            current.promise(from, answer);
        } else if (message instanceof Preempted answer) {
            current.preempted(answer);
        } else if (message instanceof Canvass request) {
            canvass(from, request);
        } else if (message instanceof CanvassReply answer) {
            current.canvassReply(from, answer);
        } else if (message instanceof CatchUp request) {
            tell(from, request);
        } else if (message instanceof Decided answer) {
            decided(from, answer);
        }
    }

    private void prepare(NodeId candidate, Prepare request) {
        heardOf(request.ballot().round());
        if (role instanceof DiskLost || !acceptor.prepare(candidate, request)) {
            return;
        }
        resetElectionTimer();
        if (role instanceof Follower follower) {
            follower.follow(null);
        } else {
            become(new Follower(this));
        }
    }

    private void accept(NodeId leader, Accept request) {
        heardOf(request.ballot().round());
        if (role instanceof DiskLost lost) {
            lost.follow(leader);
            heardFrom(leader);
        } else if (acceptor.accept(leader, request)) {
            if (!(role instanceof Follower)) {
                become(new Follower(this));
            }
            if (role instanceof Follower follower) {
                follower.follow(leader);
            }
            heardFrom(leader);
        } else {
            return;
        }
        learn(leader, request);
    }

    private void heardFrom(NodeId leader) {
        lastLeader = leader;
        lastHeard = clock();
        everHeard = true;
        resetElectionTimer();
    }

    /** The leader says up to where all is chosen. What of it was not accepted from this leader has to be asked for. */
    private void learn(NodeId leader, Accept request) {
        Instances instances = state.instances();
        for (long next = commitIndex() + 1; next <= request.chosenThrough(); next++) {
            Proposal accepted = instances.proposal(next);
            if (accepted == null || !rules.isThatWhichWasChosen(accepted.ballot(), request.ballot())) {
                catchingUp.need(leader, request.chosenThrough());
                return;
            }
            choose(next);
        }
    }

    private void tell(NodeId learner, CatchUp request) {
        long first = request.firstInstance();
        long last = Math.min(commitIndex(), Math.min(first, commitIndex()) + options.maxEntries() - 1);
        outbox.now(
                learner,
                new Decided(
                        first,
                        first > commitIndex() ? List.of() : state.instances().chosen(first, last),
                        commitIndex()));
    }

    private void decided(NodeId from, Decided answer) {
        long before = commitIndex();
        long instance = answer.firstInstance();
        for (Proposal proposal : answer.chosen()) {
            if (instance == commitIndex() + 1) {
                state.put(instance, proposal);
                choose(instance);
            }
            instance++;
        }
        catchingUp.answered(from, answer.chosenThrough());
        if (role != null && commitIndex() > before) {
            role.learned();
        }
    }

    private void canvass(NodeId from, Canvass request) {
        Ballot promised = state.promised();
        long promisedRound = promised == null ? 0 : promised.round();
        boolean granted = !(role instanceof DiskLost) && request.round() > promisedRound && !hearsFromLeader();
        outbox.now(from, new CanvassReply(request.round(), promisedRound, granted));
    }

    private boolean hearsFromLeader() {
        return role instanceof Leader
                || (everHeard && clock() - lastHeard < options.electionTimeout().min());
    }

    private void electionTimeout() {
        if (role != null) {
            role.electionTimeout();
            finish();
        }
    }

    private void heartbeat() {
        if (role instanceof Leader leader) {
            leader.heartbeat();
            finish();
        }
    }

    private void retryDisk() {
        if (role == null) {
            state.open();
        } else {
            state.retry();
        }
    }

    /** What the disk tells. */
    private final class StorageEvents implements StableState.Listener {
        @Override
        public void recovered(boolean blank) {
            Ballot promised = state.promised();
            heardOf(promised == null ? 0 : promised.round());
            host.state("term", currentTerm());
            if (commitIndex() > 0) {
                host.state("commit", commitIndex());
                apply();
            }
            host.note("recovered", "entries", lastIndex());
            if (blank && installation.isDone() && !rules.votesAfterLosingItsDisk()) {
                host.note("disk-lost");
                become(new DiskLost(MultiPaxosServer.this));
                return;
            }
            if (blank) {
                state.setUp();
            } else {
                installation.done();
            }
            become(new Follower(MultiPaxosServer.this));
            finish();
        }

        @Override
        public void damaged(Damage damage) {
            host.role("halted");
            host.note("log-damaged", "record", damage.firstMissing());
        }

        @Override
        public void unreadable() {
            host.note("disk-failed");
            diskTimer.set(DISK_RETRY_NANOS);
        }

        @Override
        public void persisted() {
            installation.done();
            outbox.release();
            finish();
        }

        @Override
        public void unwritable() {
            host.note("disk-failed");
            outbox.clear();
            if (!(role instanceof Follower || role instanceof DiskLost)) {
                become(new Follower(MultiPaxosServer.this));
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

    /** Begins phase 1 or, with pre-vote, asks first. A server that cannot make its promise durable stays as it is. */
    void startElection() {
        if (state.isFailing() || !servers.contains(self())) {
            resetElectionTimer();
        } else {
            become(options.preVote() ? new PreCandidate(this) : new Candidate(this));
        }
    }

    /** This server leads from now on. */
    void elected(Ballot ballot) {
        electionTimer.cancel();
        host.note("leader-elected", "term", ballot.round());
        if (lastLeader != null && !lastLeader.equals(self())) {
            host.note("leader-changed", "term", ballot.round());
        }
        lastLeader = self();
    }

    void resetElectionTimer() {
        electionTimer.set(host.random()
                .between(
                        options.electionTimeout().min(),
                        options.electionTimeout().max()));
    }

    /** A round that somebody has begun; one's own has to be higher. */
    void heardOf(long round) {
        highestRound = Math.max(highestRound, round);
    }

    long nextRound() {
        return highestRound + 1;
    }

    /** A number that was never used before. */
    Ballot nextBallot() {
        highestRound++;
        return rules.ballot(highestRound, self());
    }

    /** Asks its own acceptor, which answers when its promise is durable. */
    void prepareOwn(Prepare request) {
        acceptor.prepare(self(), request);
    }

    /** Asks its own acceptor, which answers when that is durable. */
    void acceptOwn(Accept request) {
        acceptor.accept(self(), request);
    }

    /** What was chosen at the next instance. */
    void chosen(long instance, Proposal proposal) {
        state.put(instance, proposal);
        choose(instance);
    }

    private void choose(long instance) {
        state.chooseThrough(instance);
        host.state("commit", instance);
        apply();
    }

    private void apply() {
        while (applier.lastApplied() < commitIndex()) {
            long instance = applier.lastApplied() + 1;
            Proposal chosen = state.instances().chosen(instance, instance).get(0);
            Object response = applier.applyNext(chosen.value());
            if (role != null) {
                role.applied(instance, response);
            }
        }
    }

    /** Learns what was chosen up to an instance from somebody who knows. */
    void learnFrom(NodeId source, long chosenThrough) {
        catchingUp.need(source, chosenThrough);
    }

    /** A client's command has come to a leader. */
    void asked(Command command) {
        journal.add(new Announcement.Asked(command));
    }

    void sendToOthers(MultiPaxosMessage message) {
        others.forEach(other -> host.send(other, message));
    }

    void send(NodeId to, MultiPaxosMessage message) {
        host.send(to, message);
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

    List<NodeId> servers() {
        return servers;
    }

    List<NodeId> others() {
        return others;
    }

    long clock() {
        return host.clock().monotonic();
    }

    MultiPaxosOptions options() {
        return options;
    }

    PaxosRules rules() {
        return rules;
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
    public boolean isAcceptor() {
        return role != null && !(role instanceof DiskLost);
    }

    @Override
    public @Nullable Ballot promised() {
        return state.promised();
    }

    @Override
    public @Nullable Ballot leads() {
        return role instanceof Leader leader ? leader.ballot() : null;
    }

    @Override
    public InstanceView instances() {
        return state.instances();
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Quorums quorums() {
        return quorums;
    }

    @Override
    public long lastApplied() {
        return applier.lastApplied();
    }
}
