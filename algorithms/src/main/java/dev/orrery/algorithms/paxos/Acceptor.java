package dev.orrery.algorithms.paxos;

import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An acceptor (§2.2). It may ignore any request without harm, and it remembers what it answered, even if it fails: what it
 * answers is in stable storage before the answer leaves (§2.4).
 */
public final class Acceptor implements Fingerprinted {
    private final Host host;
    private final PaxosRules rules;
    private final List<NodeId> learners;
    private final StableStorage storage;

    /** Null until it is known what was promised before. */
    private @Nullable AcceptorState state;

    /** What somebody was told of. */
    private AcceptorState announced = AcceptorState.BLANK;

    /**
     * An acceptor that has not started.
     *
     * @param learners who is told of each proposal that it accepts
     */
    public Acceptor(Host host, List<NodeId> learners, PaxosRules rules) {
        this.host = host;
        this.learners = List.copyOf(learners);
        this.rules = rules;
        storage = new StableStorage(host, "acceptor", new Recovered());
    }

    private final class Recovered implements StableStorage.Listener {
        @Override
        public void recovered(byte @Nullable [] last) {
            state = last == null ? AcceptorState.BLANK : AcceptorState.decode(last);
            announced = state;
            host.role("acceptor");
        }

        @Override
        public void damaged() {
            host.role("halted");
        }
    }

    /** Finds out what earlier lives promised. */
    public void start() {
        storage.open();
    }

    /** Phase 1(b). */
    public void prepare(NodeId proposer, Prepare request) {
        AcceptorState before = state;
        if (before == null || !rules.promises(before.promised(), request.ballot())) {
            return;
        }
        AcceptorState after = new AcceptorState(request.ballot(), before.accepted());
        become(after, () -> answer(after, List.of(proposer), new Promise(request.ballot(), before.accepted())));
    }

    /** Phase 2(b). */
    public void accept(Accept request) {
        AcceptorState before = state;
        Proposal proposal = request.proposal();
        if (before == null || !rules.accepts(before.promised(), proposal.ballot())) {
            return;
        }
        AcceptorState after =
                new AcceptorState(rules.promisedByAccepting(before.promised(), proposal.ballot()), proposal);
        become(after, () -> answer(after, learners, new Accepted(proposal)));
    }

    private void become(AcceptorState after, Runnable answer) {
        boolean same = after.equals(state) && after.equals(announced);
        state = after;
        if (same || !rules.remembers()) {
            answer.run();
        } else {
            storage.record(after.encode(), answer);
        }
    }

    private void answer(AcceptorState told, List<NodeId> whom, Message answer) {
        announced = told;
        Ballot promised = told.promised();
        if (promised != null) {
            host.state("promised-round", promised.round());
        }
        whom.forEach(node -> host.send(node, answer));
    }

    /** What it has told, or knew when it booted: null before it knows. */
    public @Nullable AcceptorState announced() {
        return state == null ? null : announced;
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.value(state).value(announced);
    }
}
