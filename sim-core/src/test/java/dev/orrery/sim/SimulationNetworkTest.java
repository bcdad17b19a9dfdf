package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.network.Block;
import dev.orrery.sim.network.Imposed;
import dev.orrery.sim.network.LinkCondition.Corrupting;
import dev.orrery.sim.network.LinkCondition.Cut;
import dev.orrery.sim.network.LinkCondition.Narrow;
import dev.orrery.sim.network.LinkSet;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.network.NetworkConfig.Distance;
import dev.orrery.sim.network.Overflow;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a process sees of the conditions of its links. */
class SimulationNetworkTest {
    private static final long MS = 1_000_000;

    private record Word(String text) implements Message {
        @Override
        public int size() {
            return 100;
        }
    }

    private final Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT);
    private final List<String> log = new ArrayList<>();
    private final NodeId n1 = simulation.add("n1", Talker::new);
    private final NodeId n2 = simulation.add("n2", Talker::new);

    /** Answers each request, and logs all that it hears. */
    private final class Talker implements Process {
        private final Host host;

        Talker(Host host) {
            this.host = host;
        }

        @Override
        public void start() {}

        private void log(String what) {
            log.add(simulation.now() / MS + "ms " + host.self() + " " + what);
        }

        @Override
        public void receive(NodeId from, Message message) {
            log("hears " + ((Word) message).text);
        }

        @Override
        public void receive(NodeId from, Message request, Reply reply) {
            receive(from, request);
            reply.with(new Word("yes"));
        }

        @Override
        public void refused(NodeId to, Message message) {
            log("is refused " + ((Word) message).text);
        }

        void ask(NodeId whom, String what) {
            host.request(whom, new Word(what), 10 * MS, new Response() {
                @Override
                public void answered(Message answer) {
                    log("is answered " + ((Word) answer).text);
                }

                @Override
                public void failed(Failure failure) {
                    log("is not answered: " + failure);
                }
            });
        }
    }

    private Talker talker(NodeId node) {
        return (Talker) Objects.requireNonNull(simulation.process(node));
    }

    private void says(long at, NodeId from, NodeId to, String what) {
        simulation.at(at, () -> talker(from).host.send(to, new Word(what)));
    }

    private void asks(long at, NodeId from, NodeId to, String what) {
        simulation.at(at, () -> talker(from).ask(to, what));
    }

    private void imposedFromTo(long from, long to, Block block, LinkSet links) {
        simulation.at(from, () -> {
            Imposed cut = simulation.impose(new Cut(block), links, "partition:f1");
            simulation.at(to, () -> simulation.lift(cut));
        });
    }

    private boolean fromN1(NodeId from, NodeId to) {
        return from.equals(n1);
    }

    @Test
    void aLinkThatRejectsTellsTheSenderAtOnce() {
        imposedFromTo(0, 100 * MS, Block.REJECT, this::fromN1);
        says(5 * MS, n1, n2, "hello");
        asks(6 * MS, n1, n2, "ready?");
        says(7 * MS, n2, n1, "bye");
        simulation.runUntil(50 * MS);
        assertEquals(List.of("5ms n1 is refused hello", "6ms n1 is not answered: REFUSED", "8ms n1 hears bye"), log);
    }

    @Test
    void whatALinkThatRejectsHadInFlightVanishes() {
        says(5 * MS, n1, n2, "hello");
        imposedFromTo(5 * MS + 1, 100 * MS, Block.REJECT, this::fromN1);
        simulation.runUntil(50 * MS);
        assertEquals(List.of(), log);
    }

    @Test
    void aLinkThatQueuesBringsEverythingInOrderWhenItIsMended() {
        says(4 * MS, n1, n2, "in flight");
        imposedFromTo(5 * MS, 20 * MS, Block.QUEUE, this::fromN1);
        says(6 * MS, n1, n2, "first");
        says(7 * MS, n2, n1, "other way");
        says(8 * MS, n1, n2, "second");
        says(30 * MS, n1, n2, "later");
        simulation.runUntil(50 * MS);
        assertEquals(
                List.of(
                        "8ms n1 hears other way",
                        "20ms n2 hears in flight",
                        "20ms n2 hears first",
                        "20ms n2 hears second",
                        "31ms n2 hears later"),
                log);
    }

    @Test
    void ofTwoQueuesTheOneThatEndsLastLetsGo() {
        imposedFromTo(0, 20 * MS, Block.QUEUE, this::fromN1);
        imposedFromTo(0, 30 * MS, Block.QUEUE, this::fromN1);
        says(6 * MS, n1, n2, "hello");
        simulation.runUntil(50 * MS);
        assertEquals(List.of("30ms n2 hears hello"), log);
    }

    @Test
    void whatTimesOutIsDoneAllTheSame() {
        imposedFromTo(0, 100 * MS, Block.DELIVER_AND_TIME_OUT, this::fromN1);
        asks(5 * MS, n1, n2, "do it");
        asks(20 * MS, n2, n1, "and you?");
        simulation.runUntil(50 * MS);
        assertEquals(
                List.of(
                        "6ms n2 hears do it",
                        "15ms n1 is not answered: TIMED_OUT",
                        "21ms n1 hears and you?",
                        "22ms n2 is answered yes"),
                log);
    }

    @Test
    void aDamagedMessageIsNeverHeardOf() {
        simulation.impose(new Corrupting(Probability.ALWAYS, Probability.NEVER, true), this::fromN1, "corrupt:f1");
        says(5 * MS, n1, n2, "hello");
        says(5 * MS, n2, n1, "hello");
        simulation.runUntil(50 * MS);
        assertEquals(List.of("6ms n1 hears hello"), log);
    }

    @Test
    void aMessageThatWaitsInANarrowLinkOutlivesItsSender() {
        simulation.impose(new Narrow(10_000, 1_000, Overflow.NEWEST), this::fromN1, "bandwidth:f1");
        says(5 * MS, n1, n2, "first");
        says(5 * MS, n1, n2, "second");
        simulation.at(6 * MS, () -> simulation.kill(n1, CrashPolicy.KEEP));
        simulation.runUntil(50 * MS);
        assertEquals(List.of("16ms n2 hears first", "26ms n2 hears second"), log);
    }

    @Test
    void aNodeStandsInTheZoneItWasAddedTo() {
        NetworkConfig wide = new NetworkConfig(
                Distribution.constant(MS),
                Probability.NEVER,
                Probability.NEVER,
                List.of(new Distance("a", "b", Distribution.constant(40 * MS))));
        Simulation far =
                new Simulation(new Seed(1), new SimulationConfig(wide, SimulationConfig.DEFAULT.disk(), 1_000));
        List<Long> heard = new ArrayList<>();
        ProcessFactory listener = host -> new Process() {
            @Override
            public void start() {}

            @Override
            public void receive(NodeId from, Message message) {
                heard.add(far.now());
            }
        };
        NodeId a1 = far.add("a1", listener, 0, 0, "a");
        NodeId a2 = far.add("a2", listener, 0, 0, "a");
        far.add(
                "b1",
                host -> new Process() {
                    @Override
                    public void start() {
                        host.send(a1, new Word("hello"));
                    }

                    @Override
                    public void receive(NodeId from, Message message) {}
                },
                0,
                0,
                "b");
        far.runUntil(MS * 100);
        assertEquals(List.of(40 * MS), heard);
        assertEquals("a", far.zone(a2));
    }
}
