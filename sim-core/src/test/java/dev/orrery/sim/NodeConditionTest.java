package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.node.Timer;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Nodes that are slow, whose clocks change their pace, and that die at a dangerous moment. */
class NodeConditionTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;

    private record Word(String text) implements Message {}

    private final Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT);
    private final List<String> log = new ArrayList<>();

    private NodeId add(String name, Consumer<Host> onStart) {
        return simulation.add(name, host -> new Process() {
            @Override
            public void start() {
                onStart.accept(host);
            }

            @Override
            public void receive(NodeId from, Message message) {
                log("hears " + ((Word) message).text);
            }

            @Override
            public boolean operate(String command, NodeId subject) {
                log("is told to " + command + " " + subject);
                return command.equals("known");
            }
        });
    }

    private void log(String what) {
        log.add(simulation.now() / MS + "ms " + what);
    }

    private void words(Host host, NodeId to, String... words) {
        for (String word : words) {
            host.send(to, new Word(word));
        }
    }

    @Test
    void aSlowNodeComesToOneEventAfterTheOther() {
        NodeId n1 = add("n1", host -> {});
        simulation.slow(n1, 10 * MS);
        add("n2", host -> words(host, n1, "a", "b", "c"));
        simulation.runUntil(SECOND);
        assertEquals(List.of("1ms hears a", "11ms hears b", "21ms hears c"), log);
    }

    @Test
    void aSlowNodeSlowsNobodyElse() {
        NodeId n1 = add("n1", host -> {});
        NodeId n3 = add("n3", host -> {});
        simulation.slow(n1, 10 * MS);
        add("n2", host -> {
            words(host, n1, "a", "b");
            words(host, n3, "c", "d");
        });
        simulation.runUntil(SECOND);
        assertEquals(List.of("1ms hears a", "1ms hears c", "1ms hears d", "11ms hears b"), log);
    }

    @Test
    void whatWaitsForASlowNodeIsDoneAtOnceWhenItIsFastAgain() {
        NodeId n1 = add("n1", host -> {});
        simulation.slow(n1, 10 * MS);
        add("n2", host -> words(host, n1, "a", "b", "c"));
        simulation.at(5 * MS, () -> simulation.slow(n1, 0));
        simulation.runUntil(SECOND);
        assertEquals(List.of("1ms hears a", "5ms hears b", "5ms hears c"), log);
    }

    @Test
    void aSlowNodeThatIsPausedGoesOnSlowly() {
        NodeId n1 = add("n1", host -> {});
        simulation.slow(n1, 10 * MS);
        add("n2", host -> words(host, n1, "a", "b", "c"));
        simulation.at(5 * MS, () -> simulation.pause(n1));
        simulation.at(50 * MS, () -> simulation.resume(n1));
        simulation.runUntil(SECOND);
        assertEquals(List.of("1ms hears a", "50ms hears b", "60ms hears c"), log);
    }

    @Test
    void aSlowNodeForgetsInACrashWhatWaited() {
        NodeId n1 = add("n1", host -> {});
        simulation.slow(n1, 10 * MS);
        add("n2", host -> {
            words(host, n1, "a", "b");
            host.after("later", 30 * MS, () -> words(host, n1, "c"));
        });
        simulation.at(5 * MS, () -> simulation.kill(n1, CrashPolicy.KEEP));
        simulation.at(6 * MS, () -> simulation.restart(n1));
        simulation.runUntil(SECOND);
        assertEquals(List.of("1ms hears a", "31ms hears c"), log);
    }

    @Test
    void aTimerThatWasCancelledWhileItWaitedTakesNoTime() {
        NodeId n1 = add("n1", host -> {
            Timer second = host.timer("second", () -> log("second"));
            host.after("first", 10 * MS, () -> {
                log("first");
                second.cancel();
            });
            second.set(11 * MS);
            host.after("third", 12 * MS, () -> log("third"));
        });
        simulation.slow(n1, 5 * MS);
        simulation.runUntil(SECOND);
        assertEquals(List.of("10ms first", "15ms third"), log);
    }

    @Test
    void timersThatAreSetRunAtTheNewPace() {
        NodeId n1 = add("n1", host -> host.after("alarm", SECOND, () -> log("rings")));
        add("n2", host -> host.after("alarm", SECOND, () -> log("rings elsewhere")));
        simulation.at(SECOND / 2, () -> simulation.driftClock(n1, 250_000));
        simulation.runUntil(2 * SECOND);
        // Half a second is left, which a clock that gains a quarter counts in 400 ms.
        assertEquals(List.of("900ms rings", "1000ms rings elsewhere"), log);
    }

    @Test
    void aTimerSlowsDownWithItsClockAndCatchesUpWithIt() {
        NodeId n1 = add("n1", host -> host.after("alarm", SECOND, () -> log("rings")));
        simulation.at(0, () -> simulation.driftClock(n1, -500_000));
        simulation.at(SECOND, () -> simulation.driftClock(n1, 500_000));
        simulation.runUntil(5 * SECOND);
        // A clock of half the pace has counted half a second by then.
        assertEquals(List.of("1500ms rings"), log);
    }

    @Test
    void driftsAddUpAndEachIsTakenBackAlone() {
        List<Long> clock = new ArrayList<>();
        NodeId n1 = add("n1", host -> {
            for (int i = 1; i <= 3; i++) {
                simulation.at(i * SECOND, () -> clock.add(host.clock().monotonic() / MS));
            }
        });
        simulation.at(0, () -> simulation.driftClock(n1, 400_000));
        simulation.at(0, () -> simulation.driftClock(n1, 400_000));
        simulation.at(SECOND, () -> simulation.driftClock(n1, -400_000));
        simulation.at(2 * SECOND, () -> simulation.driftClock(n1, -400_000));
        simulation.runUntil(4 * SECOND);
        assertEquals(List.of(1_500L, 2_900L, 3_900L), clock);
    }

    @Test
    void aKillBetweenTwoSendsLeavesTheRestUnsaid() {
        NodeId n1 = add("n1", host -> {});
        NodeId n2 = add(
                "n2",
                host -> host.after("broadcast", MS, () -> {
                    words(host, n1, "first", "second", "third");
                    host.note("said");
                    host.after("never", MS, () -> log("never"));
                }));
        simulation.attend(n2, new Moments() {
            private int sends;

            @Override
            public void sending(NodeId node) {
                if (++sends == 2) {
                    simulation.kill(node, CrashPolicy.KEEP);
                }
            }
        });
        simulation.observe(new Observer() {
            @Override
            public void note(NodeId node, String event, String field, long value, long at) {
                log(event);
            }
        });
        simulation.runUntil(SECOND);
        assertEquals(List.of("2ms hears first"), log);
    }

    @Test
    void whoAttendsHearsOfEachWrite() {
        Moments writes = new Moments() {
            @Override
            public void wrote(NodeId node) {
                log("wrote, unsynced " + simulation.unsynced(node));
            }
        };
        NodeId n1 = add("n1", host -> {
            host.after("write", MS, () -> host.disk().append("log", new byte[1], error -> {}));
            host.after("sync", 2 * MS, () -> host.disk().sync("log", error -> {}));
            host.after("again", 10 * MS, () -> host.disk().append("log", new byte[1], error -> {}));
        });
        simulation.attend(n1, writes);
        simulation.at(9 * MS, () -> {
            assertEquals(0, simulation.unsynced(n1));
            simulation.disregard(n1, writes);
        });
        simulation.runUntil(SECOND);
        // The file's creation is a change too.
        assertEquals(List.of("1ms wrote, unsynced 2"), log);
    }

    @Test
    void anOperatorReachesOnlyANodeThatRuns() {
        NodeId n1 = add("n1", host -> {});
        assertTrue(simulation.operate(n1, "known", n1));
        assertFalse(simulation.operate(n1, "unknown", n1));
        simulation.pause(n1);
        assertFalse(simulation.operate(n1, "known", n1));
        simulation.kill(n1, CrashPolicy.KEEP);
        assertFalse(simulation.operate(n1, "known", n1));
        assertEquals(List.of("0ms is told to known n1", "0ms is told to unknown n1"), log);
    }
}
