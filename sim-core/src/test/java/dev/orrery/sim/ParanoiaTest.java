package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.engine.RunEnd;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ParanoiaTest {
    private static final long MS = 1_000_000;

    // Messages may hold bytes; that these can be changed is what is tested.
    @SuppressWarnings("ArrayRecordComponent")
    private record Entries(int term, List<Long> entries, byte[] bytes) implements Message {}

    private static final class NoRecord implements Message {}

    /** A process of two functions. */
    private record Functions(Host host, Consumer<Host> onStart, BiConsumer<Host, Message> onMessage)
            implements Process {
        @Override
        public void start() {
            onStart.accept(host);
        }

        @Override
        public void receive(NodeId from, Message message) {
            onMessage.accept(host, message);
        }
    }

    private static Process functions(Host host, Consumer<Host> onStart, BiConsumer<Host, Message> onMessage) {
        return new Functions(host, onStart, onMessage);
    }

    /** n2 sends n1 what it is told to at its start. */
    private static Simulation sending(Message message, Consumer<Host> then, BiConsumer<Host, Message> onMessage) {
        Simulation simulation = new Simulation(new Seed(0x2A), SimulationConfig.DEFAULT, Scrutiny.DEFAULT.suspecting());
        NodeId n1 = simulation.add("n1", host -> functions(host, self -> {}, onMessage));
        simulation.add(
                "n2",
                host -> functions(
                        host,
                        self -> {
                            self.send(n1, message);
                            then.accept(self);
                        },
                        (self, received) -> {}));
        return simulation;
    }

    private static String failure(Simulation simulation) {
        Throwable thrown = assertThrows(SimulationException.class, () -> simulation.runUntil(10 * MS))
                .getCause();
        return String.valueOf(Objects.requireNonNull(thrown).getMessage());
    }

    @Test
    void aMessageThatNobodyChangesPasses() {
        Simulation simulation = sending(new Entries(1, List.of(1L), new byte[] {1}), host -> {}, (host, message) -> {});
        assertEquals(RunEnd.REACHED, simulation.runUntil(10 * MS));
    }

    @Test
    void aMessageThatItsSenderChangesIsCaughtWithTheNameOfTheComponent() {
        List<Long> log = new ArrayList<>(List.of(1L));
        Simulation simulation = sending(new Entries(1, log, new byte[0]), host -> log.add(2L), (host, message) -> {});
        assertEquals(
                "Entries.entries was changed after n2 had sent it: a message belongs to all who hold it",
                failure(simulation));
    }

    @Test
    void aMessageThatItsReceiverChangesIsCaughtAtOnce() {
        Simulation simulation = sending(
                new Entries(1, List.of(), new byte[100]),
                host -> {},
                (host, message) -> ((Entries) message).bytes()[99] = 1);
        assertEquals(
                "Entries.bytes of n2 was changed by n1: a message belongs to all who hold it", failure(simulation));
    }

    @Test
    void aMessageThatIsNoRecordIsRefused() {
        SimulationException thrown = assertThrows(
                SimulationException.class, () -> sending(new NoRecord(), host -> {}, (host, message) -> {}));
        assertEquals(
                "a message is a record, and NoRecord is not",
                Objects.requireNonNull(thrown.getCause()).getMessage());
    }

    @Test
    void suspicionChangesNothingThatHappens() {
        Message message = new Entries(1, List.of(1L), new byte[] {1});
        Simulation simulation = sending(message, host -> {}, (host, received) -> {});
        simulation.runUntil(10 * MS);
        Simulation plain = new Simulation(new Seed(0x2A), SimulationConfig.DEFAULT);
        NodeId n1 = plain.add("n1", host -> functions(host, self -> {}, (self, received) -> {}));
        plain.add("n2", host -> functions(host, self -> self.send(n1, message), (self, received) -> {}));
        plain.runUntil(10 * MS);
        assertEquals(plain.digest().value(), simulation.digest().value());
    }

    private static @Nullable Throwable onAnotherThread(Runnable action) throws InterruptedException {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(action, "stranger");
        thread.setUncaughtExceptionHandler((self, what) -> thrown.set(what));
        thread.start();
        thread.join();
        return thrown.get();
    }

    @Test
    void anotherThreadIsRefusedWhateverItTouches() throws InterruptedException {
        Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT);
        Host[] host = new Host[1];
        NodeId n1 = simulation.add("n1", born -> functions(born, self -> host[0] = self, (self, message) -> {}));
        List<Runnable> touches = List.of(
                () -> simulation.runUntil(MS),
                () -> simulation.at(MS, () -> {}),
                () -> simulation.pause(n1),
                () -> host[0].send(n1, new NoRecord()),
                () -> host[0].after("tick", MS, () -> {}),
                () -> host[0].random().next(),
                () -> host[0].role("leader"),
                () -> host[0].disk().append("f", new byte[1], error -> {}));
        for (int i = 0; i < touches.size(); i++) {
            Throwable thrown = onAnotherThread(touches.get(i));
            assertNotNull(thrown, "touch " + i);
            assertTrue(
                    String.valueOf(thrown.getMessage()).startsWith("thread 'stranger' touches a simulation of"),
                    thrown::toString);
        }
    }

    /** A run of a process that waits as long as {@code outside} says, which no seed decides. */
    private static Trace run(int[] outside) {
        Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT, Scrutiny.DEFAULT.tracing(1_000));
        simulation.add(
                "n1",
                host -> functions(
                        host,
                        self -> {
                            self.after("steady", MS, () -> {});
                            self.after("moody", 2 * MS + outside[0]++, () -> {});
                        },
                        (self, message) -> {}));
        simulation.runUntil(10 * MS);
        return Objects.requireNonNull(simulation.trace());
    }

    @Test
    void aProcessThatIsNoFunctionOfItsSeedIsFoundByRunningItTwice() {
        int[] outside = new int[1];
        assertEquals(
                new TraceDifference(2, "0s n1 sets timer moody to 2ms", "0s n1 sets timer moody to 2.000001ms"),
                TraceDifference.between(run(outside), run(outside)));
        assertNull(TraceDifference.between(run(new int[1]), run(new int[1])));
    }
}
