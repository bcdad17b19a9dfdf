package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.engine.RunEnd;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Reply;
import dev.orrery.sim.node.Response;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;

    private record Hello(String text) implements Message {}

    /** A process put together in the test that runs it; it logs what it receives. */
    private static final class Scripted implements Process {
        final Host host;
        final List<String> heard = new ArrayList<>();
        private final Consumer<Scripted> onStart;

        Scripted(Host host, Consumer<Scripted> onStart) {
            this.host = host;
            this.onStart = onStart;
        }

        @Override
        public void start() {
            onStart.accept(this);
        }

        @Override
        public void receive(NodeId from, Message message) {
            heard.add(from + " " + message + " " + host.clock().monotonic());
        }

        @Override
        public void receive(NodeId from, Message request, Reply reply) {
            receive(from, request);
            reply.with(new Hello("back"));
        }
    }

    private static ProcessFactory scripted(Consumer<Scripted> onStart) {
        return host -> new Scripted(host, onStart);
    }

    private static Simulation simulation(long seed) {
        return new Simulation(new Seed(seed), SimulationConfig.DEFAULT);
    }

    private static Scripted process(Simulation simulation, NodeId node) {
        return (Scripted) Objects.requireNonNull(simulation.process(node));
    }

    /** Five nodes that gossip over a bad network, with kills, a pause and a partition. */
    private static Simulation stormy(long seed) {
        SimulationConfig bad = new SimulationConfig(
                new NetworkConfig(Distribution.exponential(3 * MS), Probability.percent(5), Probability.percent(5)),
                DiskConfig.DEFAULT,
                1_000_000);
        Simulation simulation = new Simulation(new Seed(seed), bad);
        List<NodeId> nodes = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            nodes.add(simulation.add(
                    "n" + i,
                    scripted(process -> {
                        Timer[] gossip = new Timer[1];
                        gossip[0] = process.host.timer("gossip", () -> {
                            process.host.send(process.host.random().pick(nodes), new Hello("gossip"));
                            process.host.disk().append("log", new byte[] {1}, error -> {});
                            gossip[0].set(process.host.random().between(MS, 9 * MS));
                        });
                        gossip[0].set(MS);
                    }),
                    i * MS,
                    i * 50L));
        }
        simulation.at(SECOND, () -> simulation.kill(nodes.get(0), CrashPolicy.LOSE_UNSYNCED));
        simulation.at(2 * SECOND, () -> simulation.restart(nodes.get(0)));
        simulation.at(2 * SECOND, () -> simulation.pause(nodes.get(1)));
        simulation.at(3 * SECOND, () -> simulation.resume(nodes.get(1)));
        simulation.at(3 * SECOND, () -> simulation.partition(List.of(nodes.subList(0, 2))));
        simulation.at(4 * SECOND, simulation::healNetwork);
        simulation.runUntil(5 * SECOND);
        return simulation;
    }

    @Test
    void theSameSeedGivesTheSameDigestAndAnotherSeedAnother() {
        for (long seed = 0; seed < 20; seed++) {
            long digest = stormy(seed).digest().value();
            assertEquals(digest, stormy(seed).digest().value(), "seed " + seed);
            assertNotEquals(digest, stormy(seed + 1).digest().value(), "seed " + seed);
        }
    }

    /** A change here means that old seeds no longer reproduce: it must be meant. */
    @Test
    void theDigestOfAStormyRunIsTheOneOnRecord() {
        assertEquals("25c44986e55d148", Long.toHexString(stormy(42).digest().value()));
    }

    @Test
    void aMessageArrivesAfterTheLatencyOfItsLink() {
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.add("n2", scripted(process -> process.host.send(n1, new Hello("hi"))));
        simulation.runUntil(SECOND);
        assertEquals(List.of("n2 Hello[text=hi] " + MS), process(simulation, n1).heard);
    }

    @Test
    void aKilledNodeForgetsItsTimersItsMessagesAndItsFields() {
        List<String> fired = new ArrayList<>();
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add(
                "n1",
                scripted(process -> process.host.after(
                        "alarm",
                        10 * MS,
                        () -> fired.add("at " + process.host.clock().monotonic() / MS))));
        NodeId n2 = simulation.add("n2", scripted(process -> {}));
        simulation.at(5 * MS - MS / 2, () -> process(simulation, n2).host.send(n1, new Hello("lost")));
        simulation.at(5 * MS, () -> simulation.kill(n1, CrashPolicy.KEEP));
        simulation.at(5 * MS, () -> simulation.restart(n1));
        simulation.runUntil(SECOND);
        assertEquals(List.of("at 15"), fired);
        assertEquals(List.of(), process(simulation, n1).heard);
    }

    @Test
    void aTimerFiresOnceAtItsLastSetting() {
        List<Long> fired = new ArrayList<>();
        Simulation simulation = simulation(1);
        simulation.add("n1", scripted(process -> {
            Timer timer = process.host.timer(
                    "election", () -> fired.add(process.host.clock().monotonic()));
            timer.set(50);
            timer.set(90);
            timer.set(20);
            timer.set(70);
            Timer cancelled = process.host.timer("cancelled", () -> fired.add(-1L));
            cancelled.set(10);
            cancelled.cancel();
        }));
        simulation.runUntil(SECOND);
        assertEquals(List.of(70L), fired);
    }

    @Test
    void timersRunOnTheNodesOwnClock() {
        List<Long> fired = new ArrayList<>();
        Simulation simulation = simulation(1);
        simulation.add(
                "fast",
                scripted(process -> process.host.after("alarm", SECOND, () -> fired.add(simulation.now()))),
                0,
                100_000);
        simulation.runUntil(2 * SECOND);
        // A clock that gains a tenth counts a second in 1/1.1 of one.
        assertEquals(List.of(SECOND - SECOND / 11), fired);
    }

    @Test
    void aPausedNodeDoesLateAndInOrderWhatCameMeanwhile() {
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        NodeId n2 = simulation.add("n2", scripted(process -> {
            process.host.after("first", 10 * MS, () -> process.host.send(n1, new Hello("1")));
            process.host.after("second", 20 * MS, () -> process.host.send(n1, new Hello("2")));
        }));
        simulation.at(5 * MS, () -> simulation.pause(n1));
        simulation.at(100 * MS, () -> simulation.resume(n1));
        simulation.runUntil(SECOND);
        assertEquals(
                List.of(n2 + " Hello[text=1] " + 100 * MS, n2 + " Hello[text=2] " + 100 * MS),
                process(simulation, n1).heard);
    }

    @Test
    void aPartitionLosesWhatIsInFlightWhenItBegins() {
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.add("n2", scripted(process -> process.host.send(n1, new Hello("hi"))));
        simulation.at(MS / 2, () -> simulation.partition(List.of(List.of(n1))));
        simulation.runUntil(SECOND);
        assertEquals(List.of(), process(simulation, n1).heard);
    }

    @Test
    void aRequestIsAnsweredOrTimesOut() {
        List<String> ends = new ArrayList<>();
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.add("n2", scripted(process -> {
            Response response = new Response() {
                @Override
                public void answered(Message answer) {
                    ends.add("answered at " + process.host.clock().monotonic() / MS);
                }

                @Override
                public void failed(Failure failure) {
                    ends.add(failure + " at " + process.host.clock().monotonic() / MS);
                }
            };
            process.host.request(n1, new Hello("in time"), 10 * MS, response);
            process.host.after(
                    "again", 20 * MS, () -> process.host.request(n1, new Hello("nobody there"), 10 * MS, response));
        }));
        simulation.at(15 * MS, () -> simulation.kill(n1, CrashPolicy.KEEP));
        simulation.runUntil(SECOND);
        assertEquals(List.of("answered at 2", "TIMED_OUT at 30"), ends);
    }

    @Test
    void whatWasSyncedOutlivesTheIncarnation() {
        List<String> read = new ArrayList<>();
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add("n1", scripted(process -> {
            if (process.host.disk().length("f") > 0) {
                process.host
                        .disk()
                        .read("f", 0, 9, (bytes, error) -> read.add(new String(bytes, StandardCharsets.UTF_8)));
            } else {
                process.host.disk().append("f", "kept".getBytes(StandardCharsets.UTF_8), error -> {});
                process.host.disk().sync("f", error -> {});
            }
        }));
        simulation.at(SECOND, () -> simulation.kill(n1, CrashPolicy.LOSE_UNSYNCED));
        simulation.at(SECOND, () -> simulation.restart(n1));
        simulation.runUntil(2 * SECOND);
        assertEquals(List.of("kept"), read);
    }

    @Test
    void aNodeMayJoinAndLeaveWhileTheRunGoesOn() {
        Simulation simulation = simulation(1);
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.at(SECOND, () -> {
            NodeId late = simulation.add("late", scripted(process -> process.host.send(n1, new Hello("here"))));
            simulation.at(2 * SECOND, () -> simulation.remove(late));
            simulation.at(3 * SECOND, () -> {
                assertNull(simulation.process(late));
                assertThrows(IllegalArgumentException.class, () -> simulation.restart(late));
            });
        });
        simulation.runUntil(4 * SECOND);
        assertEquals(1, process(simulation, n1).heard.size());
        assertThrows(IllegalArgumentException.class, () -> simulation.add("n1", scripted(process -> {})));
    }

    @Test
    void aLoopWithoutDelayIsNamedAndEnded() {
        Simulation simulation =
                new Simulation(new Seed(0x2A), new SimulationConfig(NetworkConfig.DEFAULT, DiskConfig.DEFAULT, 1_000));
        simulation.add("n1", scripted(process -> {
            Timer[] spin = new Timer[1];
            spin[0] = process.host.timer("spin", () -> spin[0].set(0));
            spin[0].set(MS);
        }));
        String message = String.valueOf(assertThrows(SimulationException.class, () -> simulation.runUntil(SECOND))
                .getMessage());
        assertTrue(message.startsWith("seed 0x2A, at 1ms: n1 keeps time standing still: more than 1000"), message);
        assertTrue(message.endsWith("n1: timer spin"), message);
    }

    @Test
    void whatAHandlerThrowsEndsTheRunWithSeedTimeAndNode() {
        Simulation simulation = simulation(0x2A);
        simulation.add(
                "n1",
                scripted(process -> process.host.after("alarm", MS, () -> {
                    throw new IllegalStateException("impossible");
                })));
        SimulationException thrown = assertThrows(SimulationException.class, () -> simulation.runUntil(SECOND));
        assertEquals("seed 0x2A, at 1ms: n1 threw at timer alarm", thrown.getMessage());
    }

    @Test
    void observersHearOfEveryChangeOnce() {
        List<String> heard = new ArrayList<>();
        Simulation simulation = simulation(1);
        simulation.observe(new Observer() {
            @Override
            public void role(NodeId node, String role, long at) {
                heard.add(node + " is " + role + " at " + at);
            }

            @Override
            public void down(NodeId node, long at) {
                heard.add(node + " is down at " + at);
            }

            @Override
            public void state(NodeId node, String name, long value, long at) {
                heard.add(node + " " + name + " " + value);
            }

            @Override
            public void note(NodeId node, String event, String field, long value, long at) {
                heard.add(node + " " + event + " " + field + " " + value);
            }
        });
        simulation.add(
                "n1",
                scripted(process -> process.host.after("win", 5, () -> {
                    process.host.role("leader");
                    process.host.role("leader");
                    process.host.state("term", 3);
                    process.host.state("term", 3);
                    process.host.note("leader-elected", "term", 3);
                })));
        simulation.at(9, () -> simulation.kill(simulation.nodes().get(0), CrashPolicy.KEEP));
        simulation.runUntil(SECOND);
        assertEquals(List.of("n1 is leader at 5", "n1 term 3", "n1 leader-elected term 3", "n1 is down at 9"), heard);
    }

    /** Holds as long as no node has heard anything; its sweep, as long as some node boots. */
    private static final class Silence implements Invariant {
        int boots;
        int crashes;

        @Override
        public String name() {
            return "silence";
        }

        @Override
        public void booted(NodeId node, Process process) {
            boots++;
        }

        @Override
        public void crashed(NodeId node) {
            crashes++;
        }

        @Override
        public @Nullable String touched(NodeId node, Process process) {
            List<String> heard = ((Scripted) process).heard;
            return heard.isEmpty() ? null : node + " heard " + heard.get(0);
        }

        @Override
        public @Nullable String swept() {
            return boots > 0 ? null : "nobody booted";
        }
    }

    @Test
    void anInvariantIsJudgedAtTheEventThatBreaksIt() {
        Simulation simulation = simulation(1);
        simulation.watch(new Silence());
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.add("n2", scripted(process -> process.host.send(n1, new Hello("hi"))));
        simulation.runUntil(SECOND);
        // Two boots, then the message: the third event.
        assertEquals(
                List.of(new Violation("silence", "n1 heard n2 Hello[text=hi] " + MS, n1, MS, 3)),
                simulation.violations());
    }

    @Test
    void anInvariantHearsOfBootsAndCrashesAndHoldsWhereNothingBreaksIt() {
        Simulation simulation = simulation(1);
        Silence silence = new Silence();
        simulation.watch(silence);
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.at(MS, () -> simulation.kill(n1, CrashPolicy.KEEP));
        simulation.at(2 * MS, () -> simulation.restart(n1));
        simulation.runUntil(SECOND);
        assertEquals(List.of(), simulation.violations());
        assertEquals(2, silence.boots);
        assertEquals(1, silence.crashes);
    }

    @Test
    void theExpensivePartOfAnInvariantIsJudgedAtTheEnd() {
        Simulation simulation = simulation(1);
        simulation.watch(new Silence());
        simulation.runUntil(SECOND);
        assertEquals(List.of(new Violation("silence", "nobody booted", null, SECOND, 0)), simulation.violations());
    }

    /** Two nodes of which one hears something each millisecond, from 2 ms on. */
    private static Simulation chatter(Scrutiny scrutiny) {
        Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT, scrutiny);
        simulation.watch(new Silence());
        NodeId n1 = simulation.add("n1", scripted(process -> {}));
        simulation.add("n2", scripted(process -> {
            Timer[] tick = new Timer[1];
            tick[0] = process.host.timer("tick", () -> {
                process.host.send(n1, new Hello("hi"));
                tick[0].set(MS);
            });
            tick[0].set(MS);
        }));
        return simulation;
    }

    @Test
    void aRunEndsAtItsFirstViolationAndStaysThere() {
        Simulation simulation = chatter(Scrutiny.DEFAULT);
        assertEquals(RunEnd.STOPPED, simulation.runUntil(SECOND));
        assertEquals(2 * MS, simulation.now());
        assertEquals(RunEnd.STOPPED, simulation.runUntil(SECOND));
        assertEquals(2 * MS, simulation.now());
    }

    @Test
    void aRunGoesOnAfterAViolationWhenAskedTo() {
        Simulation simulation = chatter(Scrutiny.DEFAULT.goingOn());
        assertEquals(RunEnd.REACHED, simulation.runUntil(SECOND));
        assertEquals(SECOND, simulation.now());
        assertEquals(1, simulation.violations().size());
    }

    @Test
    void aRunThatIsInterruptedGoesOnAsIfNothingHadBeen() {
        Simulation whole = chatter(Scrutiny.DEFAULT.goingOn());
        whole.runUntil(10 * SECOND);
        Simulation broken = chatter(Scrutiny.DEFAULT.goingOn());
        int[] asked = new int[1];
        assertEquals(RunEnd.INTERRUPTED, broken.runUntil(10 * SECOND, () -> ++asked[0] < 3));
        assertTrue(broken.now() < 10 * SECOND, "at " + broken.now());
        assertEquals(RunEnd.REACHED, broken.runUntil(10 * SECOND));
        assertEquals(whole.digest().value(), broken.digest().value());
    }

    @Test
    void theExpensivePartOfAnInvariantIsJudgedEverySoManyEvents() {
        int[] sweeps = new int[1];
        Simulation simulation = chatter(Scrutiny.DEFAULT.goingOn().sweepingEvery(100));
        simulation.watch(new Invariant() {
            @Override
            public String name() {
                return "counted";
            }

            @Override
            public @Nullable String touched(NodeId node, Process process) {
                return null;
            }

            @Override
            public @Nullable String swept() {
                sweeps[0]++;
                return null;
            }
        });
        simulation.runUntil(SECOND);
        // 2 boots, 1,000 ticks and 999 messages, and once more at the end.
        assertEquals(2_001, simulation.digest().events());
        assertEquals(21, sweeps[0]);
    }
}
