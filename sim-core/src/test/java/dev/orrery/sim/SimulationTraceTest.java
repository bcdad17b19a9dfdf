package dev.orrery.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.Invariant;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.disk.DiskConfig;
import dev.orrery.sim.network.NetworkConfig;
import dev.orrery.sim.node.Host;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.node.Process;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.trace.Trace;
import dev.orrery.sim.trace.TraceHeader;
import dev.orrery.sim.trace.TracedFault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SimulationTraceTest {
    private static final long MS = 1_000_000;
    private static final TraceHeader HEADER = new TraceHeader(
            "0.1.0", "ping", "ab12", new Seed(42), List.of("n1", "n2"), Map.of("keepGoing", false), "name: ping\n");

    private record Ping(int number) implements Message {}

    private record Pong(int number) implements Message {}

    /** Answers pings with pongs, and pings a peer by a timer if it is given one. */
    private static class Pinger implements Process {
        final Host host;
        private final @Nullable NodeId peer;
        private int pings;

        Pinger(Host host, @Nullable NodeId peer) {
            this.host = host;
            this.peer = peer;
        }

        @Override
        public void start() {
            tick();
        }

        private void tick() {
            if (peer != null) {
                host.after("tick", 10 * MS, () -> {
                    host.send(peer, new Ping(++pings));
                    tick();
                });
            }
        }

        @Override
        public void receive(NodeId from, Message message) {
            if (message instanceof Ping ping) {
                host.state("pings", ping.number);
                host.send(from, new Pong(ping.number));
            }
        }
    }

    private static Simulation pinging(Scrutiny scrutiny, int lossPercent, int duplicatePercent) {
        SimulationConfig config = new SimulationConfig(
                new NetworkConfig(
                        Distribution.constant(MS),
                        Probability.percent(lossPercent),
                        Probability.percent(duplicatePercent)),
                DiskConfig.DEFAULT,
                1_000);
        Simulation simulation = new Simulation(new Seed(42), config, scrutiny);
        NodeId n1 = simulation.add("n1", host -> new Pinger(host, null));
        simulation.add("n2", host -> new Pinger(host, n1));
        return simulation;
    }

    private static List<String> lines(Simulation simulation) {
        Trace trace = Objects.requireNonNull(simulation.trace());
        List<String> lines = new ArrayList<>();
        for (long id = trace.first(); id <= trace.last(); id++) {
            lines.add(trace.line(id));
        }
        return lines;
    }

    private static Scrutiny traced() {
        return Scrutiny.DEFAULT.tracing(10_000);
    }

    @Test
    void tellsWhoDidWhatWhenAndWhy() {
        Simulation simulation = pinging(traced(), 0, 0);
        simulation.runUntil(12 * MS);
        assertEquals(
                List.of(
                        "{\"i\":1,\"t\":0,\"n\":\"n2\",\"k\":\"timer.set\",\"timer\":\"tick\",\"at\":10000000,\"cause\":0}",
                        "{\"i\":2,\"t\":10000000,\"n\":\"n2\",\"k\":\"timer.fire\",\"timer\":\"tick\",\"cause\":1}",
                        "{\"i\":3,\"t\":10000000,\"n\":\"n2\",\"k\":\"send\",\"m\":3,\"to\":\"n1\",\"type\":\"Ping\","
                                + "\"body\":{\"number\":1},\"cause\":2}",
                        "{\"i\":4,\"t\":10000000,\"n\":\"n2\",\"k\":\"timer.set\",\"timer\":\"tick\",\"at\":20000000,\"cause\":2}",
                        "{\"i\":5,\"t\":11000000,\"n\":\"n1\",\"k\":\"recv\",\"m\":3,\"from\":\"n2\",\"cause\":3}",
                        "{\"i\":6,\"t\":11000000,\"n\":\"n1\",\"k\":\"state\",\"d\":{\"pings\":1},\"cause\":5}",
                        "{\"i\":7,\"t\":11000000,\"n\":\"n1\",\"k\":\"send\",\"m\":7,\"to\":\"n2\",\"type\":\"Pong\","
                                + "\"body\":{\"number\":1},\"cause\":5}",
                        "{\"i\":8,\"t\":12000000,\"n\":\"n2\",\"k\":\"recv\",\"m\":7,\"from\":\"n1\",\"cause\":7}"),
                lines(simulation));
    }

    @Test
    void tracingChangesNothingThatHappens() {
        for (int loss = 0; loss <= 20; loss += 10) {
            Simulation plain = pinging(Scrutiny.DEFAULT, loss, 10);
            Simulation traced = pinging(traced(), loss, 10);
            plain.runUntil(5_000 * MS);
            traced.runUntil(5_000 * MS);
            assertEquals(plain.digest().value(), traced.digest().value(), "loss of " + loss + " %");
        }
    }

    private static boolean anyLine(Simulation simulation, String part) {
        return lines(simulation).stream().anyMatch(line -> line.contains(part));
    }

    @Test
    void aLostMessageIsThereWithTheReason() {
        Simulation lossy = pinging(traced(), 100, 0);
        lossy.runUntil(15 * MS);
        assertTrue(anyLine(lossy, "{\"i\":4,\"t\":10000000,\"k\":\"drop\",\"m\":3,\"why\":\"loss\",\"cause\":3}"));

        Simulation inFlight = pinging(traced(), 0, 0);
        inFlight.at(
                10 * MS + 1,
                () -> inFlight.partition(List.of(List.of(inFlight.nodes().get(0)))));
        inFlight.runUntil(15 * MS);
        assertTrue(anyLine(inFlight, "\"t\":11000000,\"k\":\"drop\",\"m\":3,\"why\":\"partition\""));

        Simulation down = pinging(traced(), 0, 0);
        down.at(10 * MS + 1, () -> down.kill(down.nodes().get(0), CrashPolicy.KEEP));
        down.runUntil(15 * MS);
        assertTrue(anyLine(down, "\"n\":\"n1\",\"k\":\"crash\",\"how\":\"kill\",\"cause\":0}"));
        assertTrue(anyLine(down, "\"t\":11000000,\"k\":\"drop\",\"m\":3,\"why\":\"down\""));
    }

    @Test
    void whatAPausedNodeHeldBackIsLostWithIt() {
        Simulation simulation = pinging(traced(), 0, 0);
        NodeId n1 = simulation.nodes().get(0);
        simulation.at(5 * MS, () -> simulation.pause(n1));
        simulation.at(12 * MS, () -> simulation.kill(n1, CrashPolicy.KEEP));
        simulation.runUntil(15 * MS);
        assertTrue(anyLine(simulation, "\"n\":\"n1\",\"k\":\"note\",\"event\":\"paused\""));
        assertTrue(anyLine(simulation, "\"t\":12000000,\"k\":\"drop\",\"m\":4,\"why\":\"down\""));
    }

    @Test
    void bothCopiesOfADoubledMessageComeFromOneSend() {
        Simulation simulation = pinging(traced(), 0, 100);
        simulation.runUntil(11 * MS);
        List<String> lines = lines(simulation);
        assertEquals("{\"i\":4,\"t\":10000000,\"k\":\"dup\",\"m\":3,\"cause\":3}", lines.get(3));
        assertEquals(
                2,
                lines.stream()
                        .filter(line -> line.contains("\"k\":\"recv\",\"m\":3,"))
                        .count());
    }

    @Test
    void whatADiskCompletesIsCausedByWhoAskedTheDisk() {
        Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT, traced());
        NodeId n1 = simulation.add("n1", host -> new Pinger(host, null) {
            @Override
            public void receive(NodeId from, Message message) {
                host.disk()
                        .append("log", new byte[] {1}, error -> host.disk().sync("log", synced -> host.note("synced")));
            }
        });
        simulation.add("n2", host -> new Pinger(host, n1));
        simulation.runUntil(15 * MS);
        // Events 3 and 5 are the ping's send and its arrival.
        assertTrue(
                anyLine(simulation, "\"k\":\"note\",\"event\":\"synced\",\"cause\":5}"), lines(simulation)::toString);
    }

    @Test
    void faultsAreTheCauseOfWhatTheyDoAndOfTheirHealing() {
        Simulation simulation = pinging(traced(), 0, 0);
        NodeId n1 = simulation.nodes().get(0);
        TracedFault fault = new TracedFault("f1", "kill", "n1 is killed", List.of(n1), 3 * MS);
        simulation.at(MS, () -> {
            simulation.fault(fault);
            simulation.kill(n1, CrashPolicy.KEEP);
            simulation.at(3 * MS, () -> {
                simulation.heal(fault);
                simulation.restart(n1);
            });
        });
        simulation.runUntil(5 * MS);
        assertEquals(
                List.of(
                        "{\"i\":2,\"t\":1000000,\"k\":\"fault\",\"id\":\"f1\",\"op\":\"kill\",\"nodes\":[\"n1\"],"
                                + "\"what\":\"n1 is killed\",\"until\":3000000,\"cause\":0}",
                        "{\"i\":3,\"t\":1000000,\"n\":\"n1\",\"k\":\"crash\",\"how\":\"kill\",\"cause\":2}",
                        "{\"i\":4,\"t\":3000000,\"k\":\"heal\",\"id\":\"f1\",\"cause\":2}",
                        "{\"i\":5,\"t\":3000000,\"n\":\"n1\",\"k\":\"restart\",\"cause\":4}"),
                lines(simulation).subList(1, 5));
        assertEquals("start-kill", simulation.history().faults().get(0).f());
        assertEquals("stop-kill", simulation.history().faults().get(1).f());
    }

    @Test
    void operationsOfClientsAreThere() {
        Simulation simulation = pinging(traced(), 0, 0);
        int write = simulation.history().invoke(0, "n2", "write", 7L, 3L, 0, 0);
        simulation.history().ok(write, 3L, 0);
        int read = simulation.history().invoke(0, "n2", "read", null, null, 0, 0);
        simulation.history().info(read, "timed out", 0);
        assertEquals(
                List.of(
                        "{\"i\":2,\"t\":0,\"n\":\"n2\",\"k\":\"op.invoke\",\"op\":0,\"process\":0,\"f\":\"write\",\"key\":7,"
                                + "\"value\":3,\"cause\":0}",
                        "{\"i\":3,\"t\":0,\"n\":\"n2\",\"k\":\"op.ok\",\"op\":0,\"process\":0,\"f\":\"write\",\"key\":7,"
                                + "\"value\":3,\"cause\":2}",
                        "{\"i\":4,\"t\":0,\"n\":\"n2\",\"k\":\"op.invoke\",\"op\":1,\"process\":0,\"f\":\"read\","
                                + "\"value\":null,\"cause\":2}",
                        "{\"i\":5,\"t\":0,\"n\":\"n2\",\"k\":\"op.info\",\"op\":1,\"process\":0,\"f\":\"read\","
                                + "\"why\":\"timed out\",\"cause\":4}"),
                lines(simulation).subList(1, 5));
    }

    @Test
    void aViolationIsThereAtTheEventThatShowedIt() {
        Simulation simulation = new Simulation(new Seed(1), SimulationConfig.DEFAULT, traced());
        simulation.watch(new Invariant() {
            @Override
            public String name() {
                return "silence";
            }

            @Override
            public @Nullable String touched(NodeId node, Process process) {
                return simulation.now() < 11 * MS ? null : node + " heard something";
            }
        });
        NodeId n1 = simulation.add("n1", host -> new Pinger(host, null));
        simulation.add("n2", host -> new Pinger(host, n1));
        simulation.runUntil(20 * MS);
        List<String> lines = lines(simulation);
        assertEquals(
                "{\"i\":8,\"t\":11000000,\"k\":\"violation\",\"prop\":\"silence\",\"msg\":\"n1 heard something\","
                        + "\"nodes\":[\"n1\"],\"cause\":5}",
                lines.get(lines.size() - 1));
    }

    private static String written(Simulation simulation) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        simulation.writeTrace(HEADER, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFileBeginsWithItsHeaderAndEndsWithTheRunsFigures() {
        Simulation simulation = pinging(traced(), 0, 0);
        simulation.runUntil(12 * MS);
        List<String> lines = written(simulation).lines().toList();
        assertEquals(
                "{\"format\":\"orrery-trace\",\"v\":1,\"orrery\":\"0.1.0\",\"scenario\":\"ping\",\"scenarioSha256\":\"ab12\","
                        + "\"seed\":\"0x000000000000002A\",\"nodes\":[\"n1\",\"n2\"],\"started\":0,"
                        + "\"settings\":{\"keepGoing\":false},\"source\":\"name: ping\\n\"}",
                lines.get(0));
        assertEquals(lines(simulation), lines.subList(1, 9));
        String end = lines.get(9);
        assertTrue(end.startsWith("{\"i\":9,\"t\":12000000,\"k\":\"end\",\"events\":5,\"digest\":\"0x"), end);
    }

    /** A change here means that the bytes of a trace have changed: it must be meant, and raise the format's version. */
    @Test
    void theBytesOfATraceAreThoseOnRecord() {
        Simulation simulation = pinging(traced(), 10, 10);
        simulation.runUntil(1_000 * MS);
        String text = written(simulation);
        long hash = 0xCBF29CE484222325L;
        int end = text.lastIndexOf("{\"i\"");
        for (byte b : text.substring(0, end).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        assertTrue(text.endsWith(String.format(Locale.ROOT, ",\"hash\":\"0x%016X\"}\n", hash)), text.substring(end));
        assertEquals("10c87ba612325f9d", Long.toHexString(hash));
    }

    @Test
    void aStreamedTraceHasTheSameBytesAsOneKeptInMemory() {
        Simulation kept = pinging(traced(), 10, 10);
        kept.runUntil(10_000 * MS);

        Simulation streamed = pinging(Scrutiny.DEFAULT.tracing(1), 10, 10);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        streamed.streamTrace(HEADER, out);
        streamed.runUntil(10_000 * MS);
        long hash = streamed.endTrace();

        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(Objects.requireNonNull(streamed.trace()).leftOut() > 0, "something was written before the end");
        assertArrayEquals(written(kept).lines().toArray(), text.lines().toArray());
        assertTrue(text.endsWith(Long.toHexString(hash).toUpperCase(Locale.ROOT) + "\"}\n"), "hash " + hash);
    }

    @Test
    void aTraceThatIsFullForgetsItsOldestEventsAndSaysSo() {
        Simulation simulation = pinging(Scrutiny.DEFAULT.tracing(100), 0, 0);
        simulation.runUntil(20_000 * MS);
        Trace trace = Objects.requireNonNull(simulation.trace());
        assertTrue(trace.last() - trace.first() >= 100, "from " + trace.first() + " to " + trace.last());
        List<String> lines = written(simulation).lines().toList();
        assertTrue(
                lines.get(1).startsWith("{\"i\":" + trace.leftOut() + ",")
                        && lines.get(1).contains("the oldest " + trace.leftOut() + " events were not kept in memory"),
                lines.get(1));
        assertEquals(trace.line(trace.first()), lines.get(2));
        assertThrows(IllegalArgumentException.class, () -> trace.line(trace.first() - 1));
        assertThrows(IllegalStateException.class, () -> simulation.streamTrace(HEADER, new ByteArrayOutputStream()));
    }

    @Test
    void aRunWithoutATraceHasNone() {
        Simulation simulation = pinging(Scrutiny.DEFAULT, 0, 0);
        assertThrows(IllegalStateException.class, () -> simulation.writeTrace(HEADER, new ByteArrayOutputStream()));
    }

    @Test
    void whatAHandlerThrowsComesWithTheLastEventsInWords() {
        Simulation simulation = new Simulation(new Seed(0x2A), SimulationConfig.DEFAULT, traced());
        NodeId n1 = simulation.add("n1", host -> new Pinger(host, null) {
            @Override
            public void receive(NodeId from, Message message) {
                throw new IllegalStateException("impossible");
            }
        });
        simulation.add("n2", host -> new Pinger(host, n1));
        SimulationException thrown = assertThrows(SimulationException.class, () -> simulation.runUntil(20 * MS));
        assertEquals("""
                seed 0x2A, at 11ms: n1 threw at message Ping[number=1]; the last events were
                  0s n2 sets timer tick to 10ms
                  10ms n2's timer tick fires
                  10ms n2 sends Ping {"number":1} to n1
                  10ms n2 sets timer tick to 20ms
                  11ms n1 receives Ping {"number":1} from n2""", thrown.getMessage());
    }
}
