package dev.orrery.algorithms.paxos;

import dev.orrery.algorithms.encoding.ByteReader;
import dev.orrery.algorithms.encoding.ByteWriter;
import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.time.DurationRange;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A proposer (§2.2). It issues a numbered proposal in two phases, and begins anew with a higher number when that takes too
 * long. It remembers the highest round that it has begun (§2.4), so that after a crash it never issues another proposal with
 * the same number.
 */
public final class Proposer implements Fingerprinted {
    private final Host host;
    private final List<NodeId> acceptors;
    private final int quorum;
    private final DurationRange timeout;
    private final PaxosRules rules;
    private final StableStorage storage;
    private final Timer retry;

    private boolean recovered;
    private long round;
    private @Nullable Object own;

    /** That of the proposal under way, or null if there is none. */
    private @Nullable Ballot ballot;

    /** Who has promised, in the first phase; in the second it is over. */
    private final Set<NodeId> promised = new TreeSet<>();

    private @Nullable Proposal highestAccepted;
    private boolean issued;

    /**
     * A proposer that has not started.
     *
     * @param quorum how many acceptors choose
     * @param timeout how long it waits before it begins anew, drawn each time, so that two do not hinder each other for ever
     */
    public Proposer(Host host, List<NodeId> acceptors, int quorum, DurationRange timeout, PaxosRules rules) {
        this.host = host;
        this.acceptors = List.copyOf(acceptors);
        this.quorum = quorum;
        this.timeout = timeout;
        this.rules = rules;
        storage = new StableStorage(host, "proposer", new Recovered());
        retry = host.timer("propose", this::beginAnew);
    }

    private final class Recovered implements StableStorage.Listener {
        @Override
        public void recovered(byte @Nullable [] last) {
            recovered = true;
            round = last == null ? 0 : new ByteReader(last).getLong();
            host.role("proposer");
            if (own != null) {
                beginAnew();
            }
        }

        @Override
        public void damaged() {
            host.role("halted");
        }
    }

    /** Finds out which numbers earlier lives used. */
    public void start() {
        storage.open();
    }

    /** Wants a value to be chosen; of several the first one is proposed. */
    public void propose(Object value) {
        if (own == null) {
            own = value;
            if (recovered) {
                beginAnew();
            }
        }
    }

    /** A value was chosen: there is nothing to propose any more. */
    public void end() {
        retry.cancel();
        ballot = null;
        promised.clear();
        highestAccepted = null;
    }

    /** Phase 1(a), with a number that is in stable storage before anybody sees it. */
    private void beginAnew() {
        ballot = null;
        promised.clear();
        highestAccepted = null;
        issued = false;
        Ballot next = rules.ballot(++round, host.self());
        retry.set(host.random().between(timeout.min(), timeout.max()));
        ByteWriter record = new ByteWriter();
        record.putLong(round);
        storage.record(record.toByteArray(), () -> prepare(next));
    }

    private void prepare(Ballot next) {
        if (next.round() != round || !retry.isSet()) {
            return;
        }
        ballot = next;
        host.state("round", round);
        host.note("prepare", "round", round);
        acceptors.forEach(acceptor -> host.send(acceptor, new Prepare(next)));
    }

    /** An acceptor has promised; phase 2(a) when a majority has. */
    public void promise(NodeId acceptor, Promise answer) {
        Object value = own;
        if (issued || value == null || !answer.ballot().equals(ballot) || !promised.add(acceptor)) {
            return;
        }
        Proposal accepted = answer.accepted();
        if (accepted != null
                && (highestAccepted == null || highestAccepted.ballot().compareTo(accepted.ballot()) < 0)) {
            highestAccepted = accepted;
        }
        if (promised.size() >= quorum) {
            issue(new Proposal(answer.ballot(), rules.valueToPropose(highestAccepted, value)));
        }
    }

    private void issue(Proposal proposal) {
        issued = true;
        promised.clear();
        highestAccepted = null;
        host.note("proposal-issued", "round", proposal.ballot().round());
        acceptors.forEach(acceptor -> host.send(acceptor, new Accept(proposal)));
    }

    /** The value that it wants to be chosen, or null if none. */
    public @Nullable Object wanted() {
        return own;
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.flag(recovered).number(round).value(own).value(ballot).flag(issued).value(highestAccepted);
        into.unordered(promised, Fingerprint::value);
    }
}
