package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JudgeTest {
    private static final Scrutiny GOING_ON = Scrutiny.DEFAULT.goingOn();

    private final List<String> told = new ArrayList<>();
    private final Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT, GOING_ON);

    /** Rings once a second. */
    private static class Bell implements Process {
        Bell(Host host) {
            host.after("ring", 1_000_000_000, () -> {});
        }

        @Override
        public void start() {}

        @Override
        public void receive(NodeId from, Message message) {}
    }

    private static final class Church extends Bell {
        Church(Host host) {
            super(host);
        }
    }

    /** Writes down what it is told; does not hold once it was told of a number of events. */
    private class Diary implements Invariant {
        private final String name;
        private int left;

        Diary(String name, int holds) {
            this.name = name;
            this.left = holds;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void booted(NodeId node, Process process) {
            told.add(name + ": " + node + " booted");
        }

        @Override
        public @Nullable String ending(NodeId node, Process process) {
            told.add(name + ": " + node + " ends");
            return null;
        }

        @Override
        public void crashed(NodeId node) {
            told.add(name + ": " + node + " crashed");
        }

        @Override
        public @Nullable String touched(NodeId node, Process process) {
            told.add(name + ": " + node);
            return left-- > 0 ? null : "enough";
        }
    }

    @Test
    void anInvariantIsToldOnlyOfTheProcessesThatConcernIt() {
        simulation.watch(new Diary("churches", 99) {
            @Override
            public boolean concerns(Process process) {
                return process instanceof Church;
            }
        });
        NodeId school = simulation.add("school", Bell::new);
        NodeId church = simulation.add("church", Church::new);
        simulation.runUntil(2_000_000_000L);
        simulation.kill(school, CrashPolicy.KEEP);
        simulation.kill(church, CrashPolicy.KEEP);
        assertEquals(
                List.of(
                        "churches: church booted",
                        "churches: church",
                        "churches: church",
                        "churches: church ends",
                        "churches: church crashed"),
                told);
    }

    /** Lets others know of two things in one handler. */
    private static final class Herald implements Process {
        private final Host host;
        int said;

        Herald(Host host) {
            this.host = host;
        }

        @Override
        public void start() {
            host.after("news", 1_000_000_000, () -> {
                say();
                say();
            });
        }

        private void say() {
            said++;
            host.send(host.self(), new News());
        }

        @Override
        public void receive(NodeId from, Message message) {}
    }

    private record News() implements Message {}

    /** Kills before the second message of a handler. */
    private void killInMidBroadcast(NodeId victim) {
        simulation.attend(victim, new Moments() {
            private boolean again;

            @Override
            public void sending(NodeId node) {
                if (again) {
                    simulation.kill(victim, CrashPolicy.KEEP);
                }
                again = true;
            }
        });
    }

    @Test
    void aProcessThatIsKilledInTheMidstOfAHandlerIsJudgedAsItIsThen() {
        simulation.watch(new Diary("kept", 99) {
            @Override
            public @Nullable String ending(NodeId node, Process process) {
                return node + " had said " + ((Herald) process).said;
            }
        });
        NodeId herald = simulation.add("herald", Herald::new);
        killInMidBroadcast(herald);
        simulation.runUntil(2_000_000_000L);
        assertEquals(
                List.of("herald had said 2"),
                simulation.violations().stream().map(Violation::message).toList());
    }

    @Test
    void anInvariantThatDoesNotHoldAtTheEndOfALifeIsToldNothingMore() {
        simulation.watch(new Diary("broken", 99) {
            @Override
            public @Nullable String ending(NodeId node, Process process) {
                return "enough";
            }
        });
        NodeId school = simulation.add("school", Bell::new);
        simulation.kill(school, CrashPolicy.KEEP);
        simulation.restart(school);
        assertEquals(List.of("broken: school booted", "broken: school"), told);
    }

    @Test
    void aJudgeThatThrowsAtTheEndOfALifeIsDropped() {
        simulation.watch(new Diary("broken", 99) {
            @Override
            public @Nullable String ending(NodeId node, Process process) {
                throw new IllegalStateException("no idea");
            }
        });
        NodeId school = simulation.add("school", Bell::new);
        simulation.kill(school, CrashPolicy.KEEP);
        simulation.restart(school);
        assertEquals(List.of("broken: school booted", "broken: school"), told);
        assertEquals(
                List.of("broken"),
                simulation.brokenInvariants().stream()
                        .map(BrokenInvariant::invariant)
                        .toList());
    }

    @Test
    void anInvariantThatDidNotHoldIsToldNothingMoreWhileTheOthersAre() {
        simulation.watch(new Diary("broken", 0));
        simulation.watch(new Diary("kept", 99));
        simulation.add("school", Bell::new);
        simulation.runUntil(2_000_000_000L);
        assertEquals(
                List.of(
                        "broken: school booted",
                        "kept: school booted",
                        "broken: school",
                        "kept: school",
                        "kept: school"),
                told);
    }

    @Test
    void anInvariantThatIsWatchedLateIsToldOfNodesThatAreThereAlready() {
        simulation.add("school", Bell::new);
        simulation.watch(new Diary("late", 99));
        simulation.runUntil(2_000_000_000L);
        assertEquals(List.of("late: school"), told);
    }
}
