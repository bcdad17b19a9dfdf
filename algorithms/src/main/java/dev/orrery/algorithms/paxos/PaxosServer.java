package dev.orrery.algorithms.paxos;

import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.time.DurationRange;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A process of the Synod: an acceptor, or a proposer that is a learner too and has clients. */
public final class PaxosServer implements Process, PaxosState, Fingerprinted {
    private final Host host;
    private final @Nullable Acceptor acceptor;
    private final @Nullable Proposer proposer;
    private final Learner learner;
    private final Map<NodeId, Propose> waiting = new TreeMap<>();

    private PaxosServer(Host host, @Nullable Acceptor acceptor, @Nullable Proposer proposer, Learner learner) {
        this.host = host;
        this.acceptor = acceptor;
        this.proposer = proposer;
        this.learner = learner;
    }

    /** The process of a node, which plays the part that the layout gives it. */
    public static PaxosServer of(Host host, Layout layout, DurationRange timeout, PaxosRules rules) {
        Learner learner = new Learner(layout.quorum());
        return layout.acceptors().contains(host.self())
                ? new PaxosServer(host, new Acceptor(host, layout.proposers(), rules), null, learner)
                : new PaxosServer(
                        host, null, new Proposer(host, layout.acceptors(), layout.quorum(), timeout, rules), learner);
    }

    @Override
    public void start() {
        host.role("recovering");
        if (acceptor != null) {
            acceptor.start();
        }
        if (proposer != null) {
            proposer.start();
        }
    }

    @Override
    public void receive(NodeId from, Message message) {
        if (acceptor != null) {
            if (message instanceof Prepare prepare) {
                acceptor.prepare(from, prepare);
            } else if (message instanceof Accept accept) {
                acceptor.accept(accept);
            }
        }
        if (proposer != null) {
            receive(proposer, from, message);
        }
    }

    private void receive(Proposer proposing, NodeId from, Message message) {
        if (message instanceof Propose propose) {
            propose(proposing, from, propose);
        } else if (message instanceof Promise promise) {
            proposing.promise(from, promise);
        } else if (message instanceof Accepted accepted && learner.accepted(from, accepted.proposal())) {
            proposing.end();
            host.note("value-chosen", "round", accepted.proposal().ballot().round());
            waiting.forEach(this::tell);
            waiting.clear();
        }
    }

    private void propose(Proposer proposing, NodeId client, Propose request) {
        if (learner.learned() == null) {
            waiting.put(client, request);
            proposing.propose(request.value());
        } else {
            tell(client, request);
        }
    }

    private void tell(NodeId client, Propose request) {
        Object chosen = learner.learned();
        if (chosen != null) {
            host.send(client, new Chosen(request.number(), chosen));
        }
    }

    @Override
    public @Nullable AcceptorState acceptor() {
        return acceptor == null ? null : acceptor.announced();
    }

    @Override
    public @Nullable Object proposing() {
        return proposer == null ? null : proposer.wanted();
    }

    @Override
    public @Nullable Object learned() {
        return learner.learned();
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.part(acceptor).part(proposer).part(learner).map(waiting);
    }
}
