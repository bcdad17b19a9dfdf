package dev.orrery.algorithms.statemachine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.Imposed;
import dev.orrery.sim.network.LinkCondition;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A client among three servers that answer as a test tells them to; a message takes 1 ms. */
final class SessionClientTest {
    private static final long MS = 1_000_000;
    private static final long RETRY = 100 * MS;
    private static final List<NodeId> SERVERS = List.of(new NodeId(0, "n1"), new NodeId(1, "n2"), new NodeId(2, "n3"));

    private final Simulation simulation = new Simulation(new Seed(3), SimulationConfig.DEFAULT);
    /** The servers that were asked, in order, and what for. */
    private final List<NodeId> asked = new ArrayList<>();

    private final List<Command> commands = new ArrayList<>();
    /** How the operations ended, and when. */
    private final List<String> ends = new ArrayList<>();

    private final class Server implements Process {
        private final Host host;
        private final Function<NodeId, @Nullable ClientReply> behaviour;

        Server(Host host, Function<NodeId, @Nullable ClientReply> behaviour) {
            this.host = host;
            this.behaviour = behaviour;
        }

        @Override
        public void start() {}

        @Override
        public void receive(NodeId from, Message message) {
            asked.add(host.self());
            Command command = ((ClientRequest) message).command();
            commands.add(command);
            ClientReply reply = behaviour.apply(host.self());
            if (reply != null) {
                host.send(
                        from,
                        new ClientReply(command.sequenceNum(), reply.status(), reply.response(), reply.leaderHint()));
            }
        }
    }

    private final class Asking implements Process {
        private final SessionClient client;
        private final List<Invocation> invocations;
        private int next;

        Asking(Host host, List<Invocation> invocations) {
            this.client = new SessionClient(host, SERVERS, RETRY, KeyValueStore::onlyLooks);
            this.invocations = invocations;
        }

        @Override
        public void start() {
            ask();
        }

        private void ask() {
            if (next == invocations.size()) {
                return;
            }
            client.invoke(invocations.get(next++), 1_000 * MS, new Completion() {
                @Override
                public void ok(@Nullable Object answer) {
                    end("ok " + answer);
                }

                @Override
                public void fail(String why) {
                    end("fail: " + why);
                }

                @Override
                public void info(String why) {
                    end("info: " + why);
                }
            });
        }

        private void end(String how) {
            ends.add(how + " at " + simulation.now() / MS + "ms");
            ask();
        }

        @Override
        public void receive(NodeId from, Message message) {
            client.receive(from, message);
        }

        @Override
        public void refused(NodeId to, Message message) {
            client.refused(to, message);
        }
    }

    private NodeId run(Function<NodeId, @Nullable ClientReply> behaviour, Invocation... invocations) {
        for (NodeId server : SERVERS) {
            simulation.add(server.name(), host -> new Server(host, behaviour));
        }
        NodeId client = simulation.add("c1", host -> new Asking(host, List.of(invocations)));
        simulation.runUntil(5_000 * MS);
        return client;
    }

    private static Invocation write(long value) {
        return new Invocation("write", 1L, value);
    }

    private static final Invocation READ = new Invocation("read", 1L, null);

    @Test
    void anAnswerEndsTheOperation() {
        run(server -> ClientReply.ok(0, 5L), READ);
        assertEquals(List.of("ok 5 at 2ms"), ends);
    }

    @Test
    void theServerThatAnsweredIsAskedFirst() {
        NodeId leader = SERVERS.get(2);
        run(
                server -> server.equals(leader) ? ClientReply.ok(0, null) : ClientReply.notLeader(0, leader),
                write(1),
                write(2));
        assertEquals(List.of(leader, leader), asked.subList(asked.size() - 2, asked.size()));
        assertEquals(asked.size() - 1, asked.indexOf(leader) + 1);
    }

    @Test
    void aHintIsFollowedAtOnce() {
        NodeId leader = SERVERS.get(2);
        run(server -> server.equals(leader) ? ClientReply.ok(0, null) : ClientReply.notLeader(0, leader), write(1));
        assertEquals(List.of("ok null at " + 2 * asked.size() + "ms"), ends);
    }

    @Test
    void aServerThatDoesNotAnswerIsFollowedByTheNext() {
        run(server -> null, READ);
        assertEquals(10, asked.size());
        for (int i = 1; i < asked.size(); i++) {
            assertEquals((asked.get(i - 1).index() + 1) % 3, asked.get(i).index());
        }
    }

    @Test
    void eachAttemptIsTheSameCommand() {
        run(server -> null, write(1), write(2));
        assertEquals(1, commands.subList(0, 10).stream().distinct().count());
        assertEquals(commands.get(0).sequenceNum() + 1, commands.get(10).sequenceNum());
        assertEquals(commands.get(0).clientId(), commands.get(10).clientId());
    }

    @Test
    void whatNobodyAnswersIsUnknownIfItMayHaveChangedSomething() {
        run(server -> null, write(1), new Invocation("delete", 1L, null));
        assertEquals(
                List.of("info: nobody answered in time at 1000ms", "info: nobody answered in time at 2000ms"), ends);
    }

    @Test
    void whatNobodyAnswersHasFailedIfItOnlyLooks() {
        run(server -> null, READ);
        assertEquals(List.of("fail: nobody answered in time at 1000ms"), ends);
    }

    @Test
    void whatEveryLinkRefusedHasFailed() {
        simulation.impose(new LinkCondition.Cut(Block.REJECT), (from, to) -> true, "reject");
        run(server -> ClientReply.ok(0, null), write(1));
        assertEquals(List.of("fail: every attempt to send it was refused at 1000ms"), ends);
        assertEquals(List.of(), asked);
    }

    @Test
    void whatOneLinkDidNotRefuseIsUnknown() {
        Imposed rejecting = simulation.impose(new LinkCondition.Cut(Block.REJECT), (from, to) -> true, "reject");
        simulation.at(500 * MS, () -> simulation.lift(rejecting));
        run(server -> null, write(1));
        assertEquals(List.of("info: nobody answered in time at 1000ms"), ends);
    }

    @Test
    void hintsThatGoRoundAreNotFollowedForEver() {
        run(server -> ClientReply.notLeader(0, SERVERS.get((server.index() + 1) % 3)), write(1));
        assertTrue(asked.size() < 250, "asked " + asked.size() + " times");
        assertEquals(List.of("info: nobody answered in time at 1000ms"), ends);
    }

    @Test
    void aClientThatComesBackHasAnotherSession() {
        NodeId client = run(server -> ClientReply.ok(0, null), write(1));
        simulation.kill(client, CrashPolicy.KEEP);
        simulation.restart(client);
        simulation.runUntil(6_000 * MS);
        assertNotEquals(commands.get(0).clientId(), commands.get(1).clientId());
    }
}
