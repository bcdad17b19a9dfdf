package dev.orrery.algorithms.paxos.multi;

import dev.orrery.algorithms.paxos.Ballot;
import dev.orrery.algorithms.paxos.Learner;
import dev.orrery.algorithms.paxos.Proposal;
import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.sim.node.NodeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The distinguished proposer and learner (§2.3, §3): takes commands, proposes each at an instance of its own, executing only
 * phase 2, and finds out what was chosen. It begins with what it has to propose at instances that others left open, which is
 * a no-op where nobody has accepted anything.
 */
final class Leader extends Role {
    private final Ballot ballot;
    /** At each instance, the highest-numbered proposal that a promise has reported. */
    private final SortedMap<Long, Proposal> reported;
    /** What is proposed and not known to be chosen, together with all before it. */
    private final TreeMap<Long, Open> open = new TreeMap<>();

    private final Map<Long, Waiting> waiting = new TreeMap<>();
    /** Commands that the window has no room for. */
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();

    private final Map<NodeId, Long> heard = new TreeMap<>();
    private long next;
    /** What was proposed before the last heartbeat is repeated at the next one. */
    private long repeatBefore;

    private record Open(Proposal proposal, Learner learner) {}

    private record Waiting(NodeId client, ClientRequest request) {
        ClientReply notLeader() {
            return ClientReply.notLeader(request.command().sequenceNum(), null);
        }
    }

    Leader(MultiPaxosServer server, Ballot ballot, SortedMap<Long, Proposal> reported) {
        super(server);
        this.ballot = ballot;
        this.reported = reported;
    }

    @Override
    String name() {
        return "leader";
    }

    @Override
    NodeId leader() {
        return server.self();
    }

    Ballot ballot() {
        return ballot;
    }

    @Override
    void begin() {
        server.elected(ballot);
        next = server.commitIndex() + 1;
        repeatBefore = next;
        long now = server.clock();
        server.servers().forEach(each -> heard.put(each, now));
        List<Object> left = leftOpen();
        for (int from = 0; from < left.size(); from += server.options().maxEntries()) {
            propose(left.subList(
                    from, Math.min(left.size(), from + server.options().maxEntries())));
        }
        heartbeat();
    }

    /** P2c at each instance; a gap is filled with a no-op (§3). */
    private List<Object> leftOpen() {
        List<Object> values = new ArrayList<>();
        if (!reported.isEmpty()) {
            for (long instance = next; instance <= reported.lastKey(); instance++) {
                Proposal highest = reported.get(instance);
                if (highest == null) {
                    server.note("gap-filled", "index", instance);
                }
                values.add(server.rules().valueToPropose(highest, NoOp.NO_OP));
            }
        }
        return values;
    }

    @Override
    void end() {
        server.heartbeatTimer().cancel();
        waiting.values().forEach(each -> server.reply(each.client(), each.notLeader()));
        queue.forEach(each -> server.reply(each.client(), each.notLeader()));
    }

    @Override
    void electionTimeout() {}

    /** Phase 2(a). */
    private void propose(List<Object> values) {
        Accept request = new Accept(ballot, next, List.copyOf(values), server.commitIndex());
        for (Object value : request.values()) {
            open.put(
                    next++,
                    new Open(
                            new Proposal(ballot, value),
                            new Learner(server.quorums().phase2())));
        }
        server.sendToOthers(request);
        server.acceptOwn(request);
    }

    @Override
    void clientRequest(NodeId client, ClientRequest request) {
        server.asked(request.command());
        queue.add(new Waiting(client, request));
        proposeQueued();
    }

    /** As many as the window has room for; those that had to wait share a message. */
    private void proposeQueued() {
        while (!queue.isEmpty() && room() > 0) {
            List<Object> values = new ArrayList<>();
            long most = Math.min(room(), server.options().maxEntries());
            while (!queue.isEmpty() && values.size() < most) {
                Waiting taken = queue.remove();
                waiting.put(next + values.size(), taken);
                values.add(taken.request().command());
            }
            propose(values);
        }
    }

    private long room() {
        return server.commitIndex() + server.options().window() - (next - 1);
    }

    /** Lets itself be heard, and repeats what a follower has not answered: it may be lost. */
    void heartbeat() {
        if (!hearsFromQuorum()) {
            server.note("quorum-lost", "term", ballot.round());
            server.become(new Follower(server));
            return;
        }
        for (NodeId follower : server.others()) {
            server.send(follower, repetition(follower));
        }
        repeatBefore = next;
        server.heartbeatTimer().set(server.options().heartbeat());
    }

    /** Without a quorum that answers nothing is chosen any more, and clients are better off elsewhere. */
    private boolean hearsFromQuorum() {
        long since = server.clock() - server.options().electionTimeout().max();
        long answering = heard.entrySet().stream()
                .filter(each -> each.getKey().equals(server.self()) || each.getValue() >= since)
                .count();
        return answering >= server.quorums().phase2();
    }

    /** What the follower has not accepted, as far as is known: the first of it, and what follows in a row. */
    private Accept repetition(NodeId follower) {
        for (Map.Entry<Long, Open> each : open.headMap(repeatBefore).entrySet()) {
            if (each.getValue().learner().lacks(follower)) {
                return repetition(each.getKey());
            }
        }
        return new Accept(ballot, next, List.of(), server.commitIndex());
    }

    private Accept repetition(long first) {
        List<Object> values = new ArrayList<>();
        for (Open each : open.subMap(first, repeatBefore).values()) {
            if (values.size() == server.options().maxEntries()) {
                break;
            }
            values.add(each.proposal().value());
        }
        return new Accept(ballot, first, values, server.commitIndex());
    }

    @Override
    void accepted(NodeId acceptor, Accepted accepted) {
        if (!accepted.ballot().equals(ballot)) {
            return;
        }
        heard.put(acceptor, server.clock());
        long first = accepted.firstInstance();
        open.subMap(first, Math.max(first, first + accepted.count()))
                .values()
                .forEach(each -> each.learner().accepted(acceptor, each.proposal()));
        learn();
        proposeQueued();
    }

    /** Values are chosen in any order, and applied in theirs (§3). */
    private void learn() {
        long next = server.commitIndex() + 1;
        Open first = open.get(next);
        while (first != null && first.learner().learned() != null) {
            open.remove(next);
            server.chosen(next, first.proposal());
            first = open.get(++next);
        }
    }

    @Override
    void preempted(Preempted preempted) {
        if (preempted.ballot().equals(ballot)) {
            server.heardOf(preempted.promised().round());
            server.become(new Follower(server));
        }
    }

    @Override
    void applied(long instance, @Nullable Object response) {
        Waiting answered = waiting.remove(instance);
        if (answered != null) {
            server.reply(
                    answered.client(),
                    ClientReply.ok(answered.request().command().sequenceNum(), response));
        }
    }
}
