package dev.orrery.sim.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.Simulation;
import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.history.History;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.KeyDistribution;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.system.Client;
import dev.orrery.sim.system.Cluster;
import dev.orrery.sim.system.Completion;
import dev.orrery.sim.system.Invocation;
import dev.orrery.sim.system.Options;
import dev.orrery.sim.workload.Load.Arrival;
import dev.orrery.sim.workload.Load.Stage;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ClientsTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final NodeId SERVER = new NodeId(0, "n1");

    private record Ask(Object key, Optional<Object> value) implements Message {}

    private record Answer(Optional<Object> value) implements Message {}

    /** One server that remembers what was last written, and clients that ask it once. */
    private static final class OneServer implements Cluster {
        @Override
        public Process server(Host host) {
            TreeMap<Object, Object> values = new TreeMap<>();
            return new Process() {
                @Override
                public void start() {}

                @Override
                public void receive(NodeId from, Message message) {}

                @Override
                public void receive(NodeId from, Message request, Reply reply) {
                    Ask ask = (Ask) request;
                    ask.value().ifPresent(value -> values.put(ask.key(), value));
                    reply.with(new Answer(Optional.ofNullable(values.get(ask.key()))));
                }
            };
        }

        @Override
        public Client client(Host host) {
            return (invocation, timeoutNanos, completion) -> ask(host, invocation, timeoutNanos, completion);
        }

        private static void ask(Host host, Invocation invocation, long timeoutNanos, Completion completion) {
            Message ask = new Ask(
                    Optional.ofNullable(invocation.key()).orElseThrow(), Optional.ofNullable(invocation.value()));
            host.request(SERVER, ask, timeoutNanos, new Response() {
                @Override
                public void answered(Message answer) {
                    completion.ok(
                            invocation.value() == null
                                    ? ((Answer) answer).value().orElse(null)
                                    : null);
                }

                @Override
                public void failed(Failure failure) {
                    completion.info("timed out");
                }
            });
        }
    }

    private final Simulation simulation = new Simulation(new Seed(7), SimulationConfig.DEFAULT);
    private final History history = simulation.history();

    private Clients clients(Load load, String... mix) {
        return clients(load, List.of(), mix);
    }

    private Clients clients(Load load, List<Turn> only, String... mix) {
        TreeMap<String, Long> parts = new TreeMap<>();
        for (String f : mix) {
            parts.put(f, 1L);
        }
        Register register = new Register();
        OneServer cluster = new OneServer();
        simulation.add("n1", cluster::server);
        WorkloadConfig config = new WorkloadConfig(
                Options.initial(register.options()),
                load.clients(),
                KeyDistribution.uniform(4),
                new OperationMix(parts));
        return Clients.add(simulation, cluster, register.workload(config), load, 100 * MS, only, simulation::add);
    }

    private static Load closed(int clients, long think) {
        return new Load.Closed(clients, Distribution.constant(think));
    }

    private static Load open(int clients, Arrival arrival, Stage... stages) {
        return new Load.Open(clients, arrival, List.of(stages));
    }

    @Test
    void aClosedLoopWaitsForTheAnswerAndThinks() {
        clients(closed(1, 8 * MS), "read");
        simulation.runUntil(SECOND);
        // There and back take 1 ms each, so an operation and the thought before it take 10 ms.
        assertEquals(100, history.size());
        assertEquals(8 * MS, history.get(0).invokedAt());
        assertEquals(18 * MS, history.get(1).invokedAt());
    }

    @Test
    void anOpenLoopOfConstantArrivalAsksAtItsRateInTurns() {
        clients(open(4, Arrival.CONSTANT, new Stage(new Rate(200, SECOND), SECOND)), "read");
        simulation.runUntil(SECOND - 1);
        assertEquals(200, history.size());
        for (int i = 0; i < 200; i++) {
            assertEquals(5 * MS * i, history.get(i).invokedAt());
            assertEquals("c" + (i % 4 + 1), history.get(i).client());
        }
    }

    @Test
    void arrivalsOfPoissonComeAtTheRateOnTheWhole() {
        clients(open(10, Arrival.POISSON, new Stage(new Rate(1000, SECOND), SECOND)), "read");
        simulation.runUntil(10 * SECOND);
        // 10,000 are expected; five standard deviations of a Poisson count are 500.
        assertTrue(Math.abs(history.size() - 10_000) < 500, () -> history.size() + " operations");
    }

    @Test
    void aStageHasARateOfItsOwn() {
        clients(
                open(
                        1,
                        Arrival.CONSTANT,
                        new Stage(new Rate(10, SECOND), SECOND),
                        new Stage(new Rate(100, SECOND), SECOND)),
                "read");
        simulation.runUntil(2 * SECOND - 1);
        assertEquals(10 + 100, history.size());
    }

    @Test
    void anOperationThatWaitedForABusyClientKeepsTheTimeForWhichItWasMeant() {
        clients(open(1, Arrival.CONSTANT, new Stage(new Rate(1000, SECOND), SECOND)), "read");
        simulation.runUntil(10 * MS);
        // A round trip takes 2 ms and questions come each ms, so the client falls behind by 1 ms with each of them.
        Operation fourth = history.get(3);
        assertEquals(3 * MS, fourth.intendedAt());
        assertEquals(6 * MS, fourth.invokedAt());
    }

    @Test
    void everyWrittenValueIsWrittenOnce() {
        clients(closed(5, MS), "write");
        simulation.runUntil(SECOND);
        long values =
                history.operations().stream().map(Operation::input).distinct().count();
        assertEquals(history.size(), values);
    }

    @Test
    void aClientThatCrashesLeavesItsOperationUnknownAndGoesOnAsAnother() {
        Clients clients = clients(closed(2, 9 * MS), "write");
        NodeId first = clients.ids().get(0);
        simulation.at(10 * MS, () -> simulation.kill(first, CrashPolicy.KEEP));
        simulation.at(50 * MS, () -> simulation.restart(first));
        simulation.runUntil(100 * MS);
        Operation interrupted = history.get(0);
        assertEquals(Operation.Outcome.INFO, interrupted.outcome());
        assertEquals("the client crashed", interrupted.error());
        Operation later = history.operations().stream()
                .filter(operation -> operation.client().equals("c1") && operation.index() > 0)
                .findFirst()
                .orElseThrow();
        assertEquals(2, later.process());
        assertEquals(59 * MS, later.invokedAt());
    }

    @Test
    void removingOneClientLeavesTheQuestionsOfTheOthersAsTheyWere() {
        clients(closed(3, MS), "read", "write");
        simulation.runUntil(SECOND);
        ClientsTest fewer = new ClientsTest();
        fewer.clients(closed(2, MS), "read", "write");
        fewer.simulation.runUntil(SECOND);
        List<String> asked = questions(history, "c2");
        assertEquals(asked, questions(fewer.history, "c2"));
        assertNotEquals(asked, questions(history, "c1"));
    }

    private static List<String> questions(History history, String client) {
        return history.operations().stream()
                .filter(operation -> operation.client().equals(client))
                .map(operation -> operation.f() + " of key " + operation.key() + " at " + operation.intendedAt())
                .toList();
    }

    /** Client, key and intended time of each operation. */
    private List<String> turns() {
        return history.operations().stream()
                .map(operation -> operation.client() + " " + operation.f() + " " + operation.key() + " at "
                        + operation.intendedAt())
                .toList();
    }

    @Test
    void whatIsAskedForAloneIsAskedForAsIfAllWere() {
        Load load = open(4, Arrival.POISSON, new Stage(new Rate(200, SECOND), SECOND));
        ClientsTest all = new ClientsTest();
        all.clients(load, "read", "write");
        all.simulation.runUntil(SECOND);
        clients(load, List.of(new Turn("c2", 3), new Turn("c2", 9), new Turn("c4", 1)), "read", "write");
        simulation.runUntil(SECOND);
        assertEquals(3, history.size());
        assertTrue(all.turns().containsAll(turns()), () -> turns() + " are not among " + all.turns());
    }

    @Test
    void aClosedLoopPassesOverWhatNobodyAsksFor() {
        clients(closed(2, 8 * MS), List.of(new Turn("c1", 3)), "read");
        simulation.runUntil(SECOND);
        assertEquals(List.of("c1 read " + history.get(0).key() + " at " + 24 * MS), turns());
    }

    @Test
    void clientsAskForOtherThingsOnceTheSimulationIsReseeded() {
        Load load = open(4, Arrival.CONSTANT, new Stage(new Rate(200, SECOND), SECOND));
        ClientsTest other = new ClientsTest();
        other.clients(load, "read");
        clients(load, "read");
        other.simulation.runUntil(SECOND / 2);
        other.simulation.reseed(new Seed(8));
        other.simulation.runUntil(SECOND);
        simulation.runUntil(SECOND);
        assertEquals(turns().subList(0, 100), other.turns().subList(0, 100));
        assertNotEquals(turns().subList(102, 200), other.turns().subList(102, 200));
    }

    @Test
    void aTurnReadsBackAsItIsWritten() {
        assertEquals(new Turn("c12", 3), Turn.parse("c12/3"));
        assertEquals("c12/3", new Turn("c12", 3).toString());
        for (String none : List.of("c1", "n1/1", "c1/0", "c0/1", "c1/", "c1/1/1")) {
            assertThrows(IllegalArgumentException.class, () -> Turn.parse(none), none);
        }
    }
}
