package dev.orrery.sim.network;

import static dev.orrery.sim.network.LoneNetwork.N1;
import static dev.orrery.sim.network.LoneNetwork.N1_TO_N2;
import static dev.orrery.sim.network.LoneNetwork.N2;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.network.LinkCondition.Lossy;
import dev.orrery.sim.network.LinkCondition.Narrow;
import dev.orrery.sim.node.Message;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BottleneckTest {
    private static final long SECOND = 1_000_000_000;
    /** What a message of the tests takes on the wire. */
    private static final int SIZE = new LoneNetwork.Ping(0).size();

    /** One message a second, and room for so many that wait. */
    private static LoneNetwork narrow(int room, Overflow overflow) {
        LoneNetwork network = LoneNetwork.of(Distribution.constant(5));
        network.network.impose(new Narrow(SIZE, (long) room * SIZE, overflow), N1_TO_N2, "bandwidth:f1");
        return network;
    }

    private static LoneNetwork sendFive(LoneNetwork network) {
        IntStream.range(0, 5).forEach(i -> network.send(N1, N2, i));
        return network.until(100 * SECOND);
    }

    @Test
    void messagesLeaveOneAfterTheOther() {
        assertEquals(
                List.of(
                        "0 arrives at 1000000005",
                        "1 arrives at 2000000005",
                        "2 arrives at 3000000005",
                        "3 arrives at 4000000005",
                        "4 arrives at 5000000005"),
                sendFive(narrow(4, Overflow.NEWEST)).log);
    }

    @Test
    void aLinkThatWasIdleMakesNobodyWaitLonger() {
        LoneNetwork network =
                narrow(4, Overflow.NEWEST).send(N1, N2, 0).until(10 * SECOND).send(N1, N2, 1);
        assertEquals("1 arrives at 11000000005", network.until(20 * SECOND).log.get(1));
    }

    @Test
    void aFullQueueTakesNoMore() {
        LoneNetwork network = sendFive(narrow(2, Overflow.NEWEST));
        assertEquals(List.of("3 is lost: queue-full:f1", "4 is lost: queue-full:f1"), network.log.subList(0, 2));
        assertEquals("2 arrives at 3000000005", network.log.get(4));
    }

    @Test
    void aFullQueueGivesUpItsOldest() {
        LoneNetwork network = sendFive(narrow(2, Overflow.OLDEST));
        assertEquals(
                List.of(
                        "1 is lost: queue-full:f1",
                        "2 is lost: queue-full:f1",
                        "0 arrives at 1000000005",
                        "3 arrives at 2000000005",
                        "4 arrives at 3000000005"),
                network.log);
    }

    @Test
    void aFullQueueGivesUpAnyOfThemAsOften() {
        int[] lost = new int[3];
        for (int run = 0; run < 3_000; run++) {
            Network[] network = new Network[1];
            network[0] = new Network(NetworkConfig.DEFAULT, run, new Carrier() {
                @Override
                public void arrive(NodeId to, Message message, long tag, long number, long identity, long delay) {}

                @Override
                public void lost(Message message, long number, long identity, String why) {
                    lost[(int) number - 1]++;
                }
            });
            network[0].impose(new Narrow(SIZE, 2L * SIZE, Overflow.RANDOM), N1_TO_N2, "bandwidth:f1");
            IntStream.range(0, 4).forEach(i -> network[0].send(N1, N2, new LoneNetwork.Ping(i), false, 0, i));
        }
        for (int each : lost) {
            // 1,000 of 3,000, with a deviation of 25.8; five of them.
            assertEquals(1_000, each, 129);
        }
    }

    @Test
    void aQueueWithoutRoomPassesOneAtATime() {
        LoneNetwork network = sendFive(narrow(0, Overflow.OLDEST));
        assertEquals(4, network.count("lost"));
        assertTrue(network.log.contains("0 arrives at 1000000005"));
    }

    @Test
    void whenTheLinkIsWideAgainAllThatWaitedLeavesAtOnce() {
        LoneNetwork network = LoneNetwork.of(Distribution.constant(5));
        Imposed narrow = network.network.impose(new Narrow(1, 1 << 20, Overflow.NEWEST), N1_TO_N2, "bandwidth:f1");
        network.send(N1, N2, 0).send(N1, N2, 1).until(SECOND);
        network.network.lift(narrow);
        network.until(1_000 * SECOND);
        assertEquals(List.of("0 arrives at 1000000005", "1 arrives at 1000000005"), network.log);
    }

    @Test
    void ofTwoTheNarrowerCountsUntilItEnds() {
        LoneNetwork network = narrow(4, Overflow.NEWEST);
        Imposed narrower =
                network.network.impose(new Narrow(SIZE / 2, 4L * SIZE, Overflow.NEWEST), N1_TO_N2, "bandwidth:f2");
        network.send(N1, N2, 0).until(2 * SECOND);
        network.network.lift(narrower);
        network.send(N1, N2, 1).until(100 * SECOND);
        assertEquals(List.of("0 arrives at 2000000005", "1 arrives at 3000000005"), network.log);
    }

    @Test
    void whatIsLostTakesNoPlaceInTheQueue() {
        LoneNetwork network = narrow(0, Overflow.NEWEST);
        Imposed lossy = network.network.impose(new Lossy(Probability.ALWAYS, Probability.NEVER), N1_TO_N2, "loss:f2");
        network.send(N1, N2, 0);
        network.network.lift(lossy);
        network.send(N1, N2, 1).until(100 * SECOND);
        assertEquals(List.of("0 is lost: loss:f2", "1 arrives at 1000000005"), network.log);
    }
}
