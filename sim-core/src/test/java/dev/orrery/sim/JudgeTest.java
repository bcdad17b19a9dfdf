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
                List.of("churches: church booted", "churches: church", "churches: church", "churches: church crashed"),
                told);
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
