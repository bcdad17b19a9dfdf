package dev.orrery.sim.network;

import static dev.orrery.sim.network.LoneNetwork.N1;
import static dev.orrery.sim.network.LoneNetwork.N1_TO_N2;
import static dev.orrery.sim.network.LoneNetwork.N2;
import static dev.orrery.sim.network.LoneNetwork.N3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages whose fate is said by name instead of drawn. */
final class DeliveryTest {
    private static final Delivery SECOND_TAKES_70 = new Delivery("n1", "n2", "Ping", 2, 70L, null);

    private static LoneNetwork lossy(int percent, Delivery... deliveries) {
        return new LoneNetwork(new NetworkConfig(
                Distribution.constant(10),
                Probability.percent(percent),
                Probability.NEVER,
                List.of(),
                List.of(deliveries)));
    }

    @Test
    void aNamedMessageTakesTheTimeThatIsSaidAndTheOthersWhatIsDrawn() {
        LoneNetwork network = lossy(0, SECOND_TAKES_70);
        network.send(N1, N2, 1).send(N1, N2, 2).send(N1, N2, 3).send(N2, N1, 4).send(N1, N3, 5);
        assertEquals(
                List.of("1 arrives at 10", "2 arrives at 70", "3 arrives at 10", "4 arrives at 10", "5 arrives at 10"),
                network.log);
    }

    @Test
    void aNamedMessageIsLostOrArrivesTwiceWhereThatIsSaid() {
        LoneNetwork network = lossy(
                0, new Delivery("n1", "n2", "Ping", 1, null, null), new Delivery("n1", "n2", "Ping", 2, 20L, 30L));
        network.send(N1, N2, 1).send(N1, N2, 2);
        assertEquals(List.of("1 is lost: delivery", "2 arrives at 20", "2 arrives again at 30"), network.log);
    }

    @Test
    void theNetworksOwnChanceHasNoPartInIt() {
        LoneNetwork network = lossy(100, SECOND_TAKES_70);
        network.send(N1, N2, 1).send(N1, N2, 2);
        assertEquals(List.of("1 is lost: loss", "2 arrives at 70"), network.log);
    }

    @Test
    void faultsDoToItWhatTheyDoToOthers() {
        LoneNetwork network = lossy(
                100,
                SECOND_TAKES_70,
                new Delivery("n1", "n2", "Ping", 3, 30L, 31L),
                new Delivery("n1", "n2", "Ping", 4, 40L, null));
        network.network.impose(new LinkCondition.Late(Distribution.constant(5), 0), N1_TO_N2, "delay:f1");
        network.send(N1, N2, 1).send(N1, N2, 2).send(N1, N2, 3);
        network.network.impose(new LinkCondition.Cut(Block.DROP), N1_TO_N2, "partition:f2");
        network.send(N1, N2, 4);
        assertEquals(
                List.of(
                        "1 is lost: loss",
                        "2 arrives at 75",
                        "3 arrives at 35",
                        "3 arrives again at 36",
                        "4 is lost: partition:f2"),
                network.log);
    }

    @Test
    void whatWasDrawnCanBeNamedAndIsThenTheSame() {
        NetworkConfig chance =
                new NetworkConfig(Distribution.uniform(1, 1_000_000), Probability.percent(20), Probability.percent(20));
        LoneNetwork drawn = new LoneNetwork(chance).sendMany().sendMany(N2, N3);
        List<Delivery> named = drawn.network.drawn(List.of(N1, N2, N3)::get);
        assertEquals(2_000, named.size());
        LoneNetwork again = new LoneNetwork(new NetworkConfig(
                        Distribution.constant(3), Probability.NEVER, Probability.NEVER, List.of(), named))
                .sendMany()
                .sendMany(N2, N3);
        drawn.log.replaceAll(line -> line.replace("lost: loss", "lost: delivery"));
        assertEquals(drawn.log, again.log);
    }

    @Test
    void theFatesOfTheOthersStayAsTheyWere() {
        Distribution anything = Distribution.uniform(1, 1_000_000);
        NetworkConfig chance = new NetworkConfig(anything, Probability.percent(20), Probability.percent(20));
        LoneNetwork without = new LoneNetwork(chance).sendMany();
        LoneNetwork with = new LoneNetwork(new NetworkConfig(
                        anything,
                        chance.loss(),
                        chance.duplicate(),
                        List.of(),
                        List.of(new Delivery("n1", "n2", "Ping", 500, 7L, null))))
                .sendMany();
        without.log.removeIf(line -> line.startsWith("499 "));
        with.log.removeIf(line -> line.startsWith("499 "));
        assertEquals(without.log, with.log);
    }

    @Test
    void itIsKnownWhichOfThemNobodySent() {
        LoneNetwork network = lossy(0, SECOND_TAKES_70, new Delivery("n1", "n2", "Pong", 1, 5L, null));
        network.send(N1, N2, 1).send(N1, N2, 2);
        assertEquals(
                List.of("Pong 1 of n1 to n2"),
                network.network.unsent().stream().map(Delivery::name).toList());
    }

    @Test
    void reseedingDrawsTheRestAnewAndLeavesNamedMessagesAlone() {
        Distribution anything = Distribution.uniform(1, 1_000_000);
        Delivery named = new Delivery("n1", "n2", "Ping", 1_500, 7L, null);
        NetworkConfig config =
                new NetworkConfig(anything, Probability.NEVER, Probability.NEVER, List.of(), List.of(named));
        LoneNetwork one = new LoneNetwork(config).sendMany();
        LoneNetwork other = new LoneNetwork(config).sendMany();
        assertEquals(one.log, other.log);
        other.network.reseed(1);
        one.sendMany();
        other.sendMany();
        assertEquals("499 arrives at 7", other.log.get(1_499));
        assertFalse(one.log.subList(1_000, 1_100).equals(other.log.subList(1_000, 1_100)));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Delivery("n1", "n2", "Ping", 0, 1L, null));
        assertThrows(IllegalArgumentException.class, () -> new Delivery("n1", "n2", "Ping", 1, -1L, null));
        assertThrows(IllegalArgumentException.class, () -> new Delivery("n1", "n2", "Ping", 1, null, 1L));
        assertTrue(new Delivery("n1", "n2", "Ping", 1, null, null).isLost());
    }
}
