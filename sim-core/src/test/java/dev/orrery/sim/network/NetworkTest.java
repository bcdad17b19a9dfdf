package dev.orrery.sim.network;

import static dev.orrery.sim.network.LoneNetwork.N1;
import static dev.orrery.sim.network.LoneNetwork.N2;
import static dev.orrery.sim.network.LoneNetwork.N3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.network.NetworkConfig.Distance;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private record Chatter() implements Message {}

    private static LoneNetwork network(int lossPercent, int duplicatePercent) {
        return new LoneNetwork(new NetworkConfig(
                Distribution.uniform(0, 1_000_000),
                Probability.percent(lossPercent),
                Probability.percent(duplicatePercent)));
    }

    @Test
    void otherTrafficLeavesTheFateOfAMessageAsItWas() {
        LoneNetwork busy = network(10, 10);
        List<String> pings = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            busy.network.send(N1, N2, new Chatter(), false, 0, i);
            busy.send(N1, N3, i).send(N2, N1, i);
            busy.log.clear();
            busy.send(N1, N2, i);
            pings.addAll(busy.log);
        }
        assertEquals(network(10, 10).sendMany().log, pings);
    }

    @Test
    void losingMessagesLeavesTheLatencyOfTheRestAsItWas() {
        List<String> all = network(0, 0).sendMany().log;
        List<String> some = new ArrayList<>(network(30, 0).sendMany().log);
        some.removeIf(line -> line.endsWith("is lost: loss"));
        assertTrue(all.containsAll(some));
        // 300 of 1,000 are lost, with a deviation of 14.5; five of them.
        assertEquals(700, some.size(), 73);
    }

    @Test
    void aDuplicateHasALatencyOfItsOwn() {
        List<String> twice = network(0, 100).sendMany().log;
        assertEquals(2_000, twice.size());
        assertFalse(twice.get(0).replace("arrives", "arrives again").equals(twice.get(1)));
    }

    @Test
    void aZoneIsAsFarAwayAsItsDistanceSays() {
        LoneNetwork wide = new LoneNetwork(new NetworkConfig(
                Distribution.constant(1),
                Probability.NEVER,
                Probability.NEVER,
                List.of(
                        new Distance("a", "b", Distribution.constant(30)),
                        new Distance("a", "a", Distribution.constant(2)))));
        NodeId n4 = new NodeId(3, "n4");
        wide.network.place(N1, "a");
        wide.network.place(N2, "b");
        wide.network.place(n4, "a");
        wide.send(N1, N2, 1).send(N2, N1, 2).send(N1, n4, 3).send(N1, N3, 4);
        assertEquals(List.of("1 arrives at 30", "2 arrives at 30", "3 arrives at 2", "4 arrives at 1"), wide.log);
    }

    @Test
    void tenThousandReceiversEachHaveALinkOfTheirOwn() {
        long[] seen = new long[1];
        Network network = new Network(
                NetworkConfig.DEFAULT, 99, (to, message, tag, number, identity, delay) -> seen[0] = identity);
        long distinct = IntStream.range(1, 10_000)
                .mapToLong(i -> {
                    network.send(N1, new NodeId(i, "m" + i), new LoneNetwork.Ping(i), false, 0, 0);
                    return seen[0];
                })
                .distinct()
                .count();
        assertEquals(9_999, distinct);
    }
}
