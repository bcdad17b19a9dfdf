package dev.orrery.sim.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private record Ping(int number) implements Message {}

    private record Chatter() implements Message {}

    private static final NodeId N1 = new NodeId(0, "n1");
    private static final NodeId N2 = new NodeId(1, "n2");
    private static final NodeId N3 = new NodeId(2, "n3");

    private static Network network(int lossPercent, int duplicatePercent) {
        return new Network(
                new NetworkConfig(
                        Distribution.uniform(0, 1_000_000),
                        Probability.percent(lossPercent),
                        Probability.percent(duplicatePercent)),
                99);
    }

    /** The arrivals of 1,000 pings from n1 to n2, as "ping:delay", among which others are sent if asked for. */
    private static List<String> pings(Network network, boolean chatter) {
        List<String> arrivals = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int ping = i;
            if (chatter) {
                network.send(N1, N2, new Chatter(), (identity, delay) -> {});
                network.send(N1, N3, new Ping(i), (identity, delay) -> {});
                network.send(N2, N1, new Ping(i), (identity, delay) -> {});
            }
            network.send(N1, N2, new Ping(i), (identity, delay) -> arrivals.add(ping + ":" + delay));
        }
        return arrivals;
    }

    @Test
    void otherTrafficLeavesTheFateOfAMessageAsItWas() {
        assertEquals(pings(network(10, 10), false), pings(network(10, 10), true));
    }

    @Test
    void losingMessagesLeavesTheLatencyOfTheRestAsItWas() {
        List<String> all = pings(network(0, 0), false);
        List<String> rest = pings(network(30, 0), false);
        assertTrue(all.containsAll(rest));
        // 300 of 1,000 are lost, with a deviation of 14.5; five of them.
        assertEquals(700, rest.size(), 73);
    }

    @Test
    void aDuplicateHasALatencyOfItsOwn() {
        List<String> twice = pings(network(0, 100), false);
        assertEquals(2_000, twice.size());
        assertFalse(twice.get(0).equals(twice.get(1)));
    }

    @Test
    void aPartitionCutsWhatCrossesIt() {
        Network network = network(0, 0);
        network.partition(List.of(List.of(N1, N2)));
        assertFalse(network.isCut(N1, N2));
        assertTrue(network.isCut(N1, N3));
        assertTrue(network.isCut(N3, N2));
        network.heal();
        assertFalse(network.isCut(N1, N3));
    }

    @Test
    void whatIsLostIsToldWithItsReason() {
        List<String> reasons = new ArrayList<>();
        Network.Arrivals losses = new Network.Arrivals() {
            @Override
            public void arrive(long identity, long delay) {
                reasons.add("arrives");
            }

            @Override
            public void lost(long identity, String why) {
                reasons.add(why);
            }
        };
        Network network = network(100, 0);
        network.send(N1, N2, new Ping(1), losses);
        network.partition(List.of(List.of(N1)));
        network.send(N1, N2, new Ping(2), losses);
        assertEquals(List.of("loss", "partition"), reasons);
    }

    @Test
    void aNodeIsOnOneSideOnly() {
        assertThrows(
                IllegalArgumentException.class, () -> network(0, 0).partition(List.of(List.of(N1), List.of(N1, N2))));
    }

    @Test
    void tenThousandReceiversEachHaveALinkOfTheirOwn() {
        Network network = network(0, 0);
        long distinct = IntStream.range(1, 10_000)
                .mapToLong(i -> {
                    long[] seen = new long[1];
                    network.send(N1, new NodeId(i, "m" + i), new Ping(i), (identity, delay) -> seen[0] = identity);
                    return seen[0];
                })
                .distinct()
                .count();
        assertEquals(9_999, distinct);
    }
}
