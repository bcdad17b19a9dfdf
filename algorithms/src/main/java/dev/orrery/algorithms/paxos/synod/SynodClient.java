package dev.orrery.algorithms.paxos.synod;

import dev.orrery.algorithms.paxos.Chosen;
import dev.orrery.algorithms.paxos.Propose;
import dev.orrery.sim.explore.Fingerprint;
import dev.orrery.sim.explore.Fingerprinted;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client of the Synod: asks a proposer to propose its value, and another one when nobody answers. Whether its value was
 * ever proposed nobody knows, so an operation without an answer is unknown.
 */
final class SynodClient implements Client, Fingerprinted {
    private final Host host;
    private final List<NodeId> proposers;
    private final long retryNanos;
    private final Timer retry;
    private final Timer deadline;
    private int target;
    private long number;
    private @Nullable Propose request;
    private @Nullable Completion completion;

    SynodClient(Host host, List<NodeId> proposers, long retryNanos) {
        this.host = host;
        this.proposers = proposers;
        this.retryNanos = retryNanos;
        target = host.self().index() % proposers.size();
        retry = host.timer("client-retry", this::askAnother);
        deadline = host.timer("client-deadline", this::giveUp);
    }

    @Override
    public void invoke(Invocation invocation, long timeoutNanos, Completion toComplete) {
        request = new Propose(++number, Objects.requireNonNull(invocation.value()));
        completion = toComplete;
        deadline.set(timeoutNanos);
        ask(request);
    }

    private void ask(Propose propose) {
        retry.set(retryNanos);
        host.send(proposers.get(target), propose);
    }

    private void askAnother() {
        target = (target + 1) % proposers.size();
        if (request != null) {
            ask(request);
        }
    }

    @Override
    public void receive(NodeId from, Message message) {
        Completion waiting = completion;
        if (waiting != null && message instanceof Chosen chosen && chosen.number() == number) {
            end();
            waiting.ok(chosen.value());
        }
    }

    private void giveUp() {
        Completion waiting = completion;
        end();
        if (waiting != null) {
            waiting.info("nobody answered in time");
        }
    }

    private void end() {
        completion = null;
        request = null;
        retry.cancel();
        deadline.cancel();
    }

    @Override
    public void fingerprint(Fingerprint into) {
        into.number(target).number(number).value(request);
    }
}
