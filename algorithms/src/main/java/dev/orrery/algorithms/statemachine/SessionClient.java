package dev.orrery.algorithms.statemachine;

import dev.orrery.algorithms.statemachine.AgreedOrder.CommandId;
import dev.orrery.algorithms.statemachine.ClientReply.Status;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client of a replicated state machine (dissertation chapter 6). It asks the server that it believes to lead, follows
 * the hints of the others, and asks again, elsewhere, when nobody answers. Each time it is the same command of the same
 * session, so that it takes effect once.
 *
 * <p>When its time is over, an operation that only looks has failed. One that may change something is unknown, unless every
 * attempt to send it was refused. The session is drawn anew for each life of the client: what an earlier life asked for
 * never mixes with it.
 */
public final class SessionClient implements Client {
    /** Leaves numbers of 40 bits, so that two lives of one client hardly ever share one. */
    private static final int FIRST_NUMBER_SHIFT = 24;

    private final Host host;
    private final List<NodeId> servers;
    private final long retryNanos;
    private final Predicate<String> onlyLooks;
    private final long clientId;
    private final Timer retry;
    private final Timer deadline;

    private long sequenceNum;
    private @Nullable ClientRequest request;
    private @Nullable Completion completion;
    /** The server that is asked first: the one that answered last. */
    private NodeId target;
    /** How often the present command was sent, and how often a link refused it. */
    private int sent;

    private int refused;
    /** How many hints were followed since anything else than a hint came. */
    private int hints;

    /**
     * @param servers whom to ask; at least one
     * @param retryNanos how long to wait for a server before another one is asked, more than 0
     * @param onlyLooks whether an operation changes nothing, by its name
     */
    public SessionClient(Host host, List<NodeId> servers, long retryNanos, Predicate<String> onlyLooks) {
        this.host = host;
        this.servers = servers;
        this.retryNanos = retryNanos;
        this.onlyLooks = onlyLooks;
        this.clientId = host.random().next();
        // A reply names no session: late ones to an earlier life of this client must not have a number of this life's.
        this.sequenceNum = clientId >>> FIRST_NUMBER_SHIFT;
        this.target = host.random().pick(servers);
        this.retry = host.timer("client-retry", this::askAnother);
        this.deadline = host.timer("client-deadline", this::giveUp);
    }

    @Override
    public void invoke(Invocation invocation, long timeoutNanos, Completion toComplete) {
        Command command = new Command(clientId, ++sequenceNum, invocation.f(), invocation.key(), invocation.value());
        request = new ClientRequest(command);
        completion = toComplete;
        toComplete.goesBy(new CommandId(clientId, sequenceNum));
        sent = 0;
        refused = 0;
        hints = 0;
        deadline.set(timeoutNanos);
        ask(target);
    }

    @Override
    public void receive(NodeId from, Message message) {
        if (completion == null || !(message instanceof ClientReply reply) || reply.sequenceNum() != sequenceNum) {
            return;
        }
        if (reply.status() == Status.OK) {
            target = from;
            complete().ok(reply.response());
        } else if (from.equals(target)) {
            follow(reply.leaderHint());
        }
    }

    @Override
    public void refused(NodeId to, Message message) {
        if (message.equals(request)) {
            refused++;
            retry.set(pause());
        }
    }

    private void ask(NodeId server) {
        if (request != null) {
            target = server;
            sent++;
            retry.set(retryNanos);
            host.send(server, request);
        }
    }

    /** Servers that know no better than each other could send a client round and round; it pauses after one round. */
    private void follow(@Nullable NodeId leaderHint) {
        if (leaderHint != null && servers.contains(leaderHint) && ++hints <= servers.size()) {
            ask(leaderHint);
        } else {
            retry.set(pause());
        }
    }

    /** A server that answers but cannot help is in an election, or cut off: another one is asked sooner than if it were down. */
    private long pause() {
        return Math.max(1, retryNanos / 8);
    }

    private void askAnother() {
        hints = 0;
        ask(servers.get((servers.indexOf(target) + 1) % servers.size()));
    }

    private void giveUp() {
        String f = request == null ? "" : request.command().f();
        boolean neverLeft = sent == refused;
        Completion late = complete();
        if (neverLeft) {
            late.fail("every attempt to send it was refused");
        } else if (onlyLooks.test(f)) {
            late.fail("nobody answered in time");
        } else {
            late.info("nobody answered in time");
        }
    }

    private Completion complete() {
        Completion done = completion;
        if (done == null) {
            throw new IllegalStateException("nothing is under way");
        }
        completion = null;
        request = null;
        retry.cancel();
        deadline.cancel();
        return done;
    }
}
