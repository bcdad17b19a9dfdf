package dev.orrery.algorithms.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.algorithms.statemachine.ClientReply;
import dev.orrery.algorithms.statemachine.ClientRequest;
import dev.orrery.algorithms.statemachine.Command;
import dev.orrery.algorithms.statemachine.Effects;
import dev.orrery.algorithms.statemachine.KeyValueStore;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The servers know their host's clock, timers, transport, disk and random numbers, and nothing of a simulator: here three of
 * them run on plain threads, with queues in memory between them.
 */
final class OutsideTheSimulatorTest {
    private static final List<NodeId> SERVERS = LoneServer.SERVERS.subList(0, 3);
    private static final NodeId CLIENT = new NodeId(9, "c1");

    private final Map<NodeId, ThreadedNode> network = new ConcurrentHashMap<>();
    private final BlockingQueue<ClientReply> replies = new LinkedBlockingQueue<>();
    private final ThreadedNode client = new ThreadedNode(CLIENT, network);

    @AfterEach
    void stop() {
        network.values().forEach(ThreadedNode::stop);
    }

    /** Asks one server after the other until one answers, as the session lets it. */
    private Object answer(Command command) throws InterruptedException {
        for (int attempt = 0; true; attempt++) {
            NodeId server = SERVERS.get(attempt % SERVERS.size());
            client.run(() -> client.send(server, new ClientRequest(command)));
            ClientReply reply = replies.poll(50, TimeUnit.MILLISECONDS);
            if (reply != null
                    && reply.status() == ClientReply.Status.OK
                    && reply.sequenceNum() == command.sequenceNum()) {
                return String.valueOf(reply.response());
            }
        }
    }

    @Test
    @Timeout(60)
    void threeServersOnThreadsElectALeaderAndAnswerClients() throws InterruptedException {
        RaftOptions options = RaftOptions.DEFAULT.with(new SnapshotOptions(20, 0, 64, 1 << 20));
        for (NodeId id : SERVERS) {
            new ThreadedNode(id, network)
                    .boot(host -> new RaftServer(
                            host, SERVERS, options, new RaftRules(), new KeyValueStore(), Effects.UNSEEN));
        }
        client.boot(host -> new Collector(replies));
        List<Object> answers = new ArrayList<>();
        for (long value = 1; value <= 50; value++) {
            answer(new Command(7, 2 * value - 1, "write", 1L, value));
            answers.add(answer(new Command(7, 2 * value, "read", 1L, null)));
        }
        List<Object> expected = new ArrayList<>();
        for (long value = 1; value <= 50; value++) {
            expected.add(String.valueOf(value));
        }
        assertEquals(expected, answers);
    }

    /** Hands the servers' answers to the test. */
    private record Collector(BlockingQueue<ClientReply> replies) implements Process {
        @Override
        public void start() {}

        @Override
        public void receive(NodeId from, Message message) {
            if (message instanceof ClientReply reply) {
                replies.add(reply);
            }
        }
    }
}
