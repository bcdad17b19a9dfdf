package dev.orrery.sim.network;

import static dev.orrery.sim.network.LoneNetwork.N1;
import static dev.orrery.sim.network.LoneNetwork.N1_TO_N2;
import static dev.orrery.sim.network.LoneNetwork.N2;
import static dev.orrery.sim.network.LoneNetwork.N3;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.network.LinkCondition.Corrupting;
import dev.orrery.sim.network.LinkCondition.Cut;
import dev.orrery.sim.network.LinkCondition.Doubling;
import dev.orrery.sim.network.LinkCondition.Late;
import dev.orrery.sim.network.LinkCondition.Lossy;
import dev.orrery.sim.network.LinkCondition.Reordering;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.time.DurationRange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkConditionTest {
    private static final Probability NEVER = Probability.NEVER;
    private static final Probability ALWAYS = Probability.ALWAYS;

    /** Wide, so that no two messages of a test arrive at one time by chance. */
    private static LoneNetwork network() {
        return LoneNetwork.of(Distribution.uniform(0, 1_000_000_000));
    }

    private static Probability percent(int percent) {
        return Probability.percent(percent);
    }

    private static LoneNetwork with(LinkCondition condition) {
        LoneNetwork network = network();
        network.network.impose(condition, N1_TO_N2, "fault:f1");
        return network;
    }

    /** Whatever is wrong with the link from n1 to n2, each other link's messages are as they were. */
    private static void sparesOtherLinks(LinkCondition condition) {
        assertEquals(
                network().sendMany(N2, N1).sendMany(N1, N3).log,
                with(condition).sendMany(N2, N1).sendMany(N1, N3).log);
    }

    @Test
    void noConditionTouchesAnotherLink() {
        sparesOtherLinks(new Cut(Block.DROP));
        sparesOtherLinks(new Lossy(ALWAYS, NEVER));
        sparesOtherLinks(new Doubling(ALWAYS, NEVER));
        sparesOtherLinks(new Reordering(ALWAYS, NEVER, new DurationRange(5, 9)));
        sparesOtherLinks(new Corrupting(ALWAYS, NEVER, true));
        sparesOtherLinks(new Late(Distribution.constant(7), 7));
        sparesOtherLinks(new LinkCondition.Narrow(1, 0, Overflow.NEWEST));
    }

    @Test
    void aConditionOfNoChanceChangesNothing() {
        List<String> calm = network().sendMany().log;
        assertEquals(calm, with(new Lossy(NEVER, NEVER)).sendMany().log);
        assertEquals(calm, with(new Doubling(NEVER, percent(50))).sendMany().log);
        assertEquals(
                calm,
                with(new Reordering(NEVER, NEVER, new DurationRange(5, 9))).sendMany().log);
        assertEquals(calm, with(new Corrupting(NEVER, NEVER, false)).sendMany().log);
        assertEquals(calm, with(new Late(Distribution.constant(0), 0)).sendMany().log);
    }

    @Test
    void whatWasLiftedHasEnded() {
        LoneNetwork network = network();
        Imposed cut = network.network.impose(new Cut(Block.DROP), N1_TO_N2, "partition:f1");
        network.send(N1, N2, 1);
        network.network.lift(cut);
        network.network.lift(cut);
        network.send(N1, N2, 2);
        assertEquals("1 is lost: partition:f1", network.log.get(0));
        assertTrue(network.log.get(1).startsWith("2 arrives at"));
    }

    @Test
    void ofTwoCutsEachEndsOnItsOwnAndTheHarderOneCounts() {
        LoneNetwork network = network();
        Imposed soft = network.network.impose(new Cut(Block.REJECT), N1_TO_N2, "partition:f1");
        Imposed hard = network.network.impose(new Cut(Block.DROP), (from, to) -> true, "partition:f2");
        network.send(N1, N2, 1);
        network.network.lift(hard);
        network.send(N1, N2, 2);
        network.network.lift(soft);
        network.send(N1, N2, 3);
        assertEquals(List.of("1 is lost: partition:f2", "2 is refused: partition:f1"), network.log.subList(0, 2));
        assertEquals(3, network.log.size());
    }

    @Test
    void whatIsInFlightMeetsTheLinkAsItIsOnArrival() {
        Network network = network().network;
        assertNull(network.atArrival(N1, N2));
        Imposed cut = network.impose(new Cut(Block.QUEUE), N1_TO_N2, "partition:f1");
        assertEquals(Block.QUEUE, network.atArrival(N1, N2));
        assertEquals("partition:f1", network.blockedBy(N1, N2));
        assertNull(network.atArrival(N2, N1));
        network.lift(cut);
        assertNull(network.atArrival(N1, N2));
    }

    @Test
    void aNodeIsNeverCutOffFromItself() {
        LoneNetwork network = network();
        network.network.impose(new Cut(Block.DROP), (from, to) -> true, "partition:f1");
        assertEquals(1, network.send(N1, N1, 1).count("arrives"));
    }

    @Test
    void whatTimesOutLosesTheAnswersToWhatItDelivers() {
        LoneNetwork network = network();
        network.network.impose(new Cut(Block.DELIVER_AND_TIME_OUT), N1_TO_N2, "partition:f1");
        network.network.send(N1, N2, new LoneNetwork.Ping(1), false, 0, 1);
        network.network.send(N2, N1, new LoneNetwork.Ping(2), true, 0, 2);
        network.network.send(N1, N2, new LoneNetwork.Ping(3), true, 0, 3);
        network.network.send(N2, N1, new LoneNetwork.Ping(4), false, 0, 4);
        assertEquals(
                List.of("2 is lost: partition:f1"),
                network.log.stream().filter(l -> l.contains("lost")).toList());
        assertEquals(3, network.count("arrives"));
    }

    @Test
    void losesAsManyAsItSaysAndSparesTheRestAsTheyWere() {
        List<String> calm = network().sendMany().log;
        LoneNetwork lossy = with(new Lossy(percent(30), NEVER)).sendMany();
        // Deviation 14.5; five of them.
        assertEquals(300, lossy.count("is lost: fault:f1"), 73);
        assertTrue(calm.containsAll(
                lossy.log.stream().filter(line -> line.contains("arrives")).toList()));
        assertEquals(1_000, with(new Lossy(ALWAYS, NEVER)).sendMany().count("is lost: fault:f1"));
    }

    @Test
    void overlappingLossesAddUpAsIndependentOnes() {
        LoneNetwork network = network();
        network.network.impose(new Lossy(percent(50), NEVER), N1_TO_N2, "loss:f1");
        network.network.impose(new Lossy(percent(50), NEVER), N1_TO_N2, "loss:f2");
        network.sendMany();
        // 500 and 250, with deviations of 15.8 and 13.7; five of them.
        assertEquals(500, network.count("loss:f1"), 79);
        assertEquals(250, network.count("loss:f2"), 69);
    }

    @Test
    void whenOneOfTwoLossesEndsNobodyIsLostWhoWasSpared() {
        LoneNetwork both = network();
        both.network.impose(new Lossy(percent(30), NEVER), N1_TO_N2, "loss:f1");
        both.network.impose(new Lossy(percent(30), NEVER), N1_TO_N2, "loss:f2");
        LoneNetwork one = network();
        one.network.impose(new Lossy(percent(30), NEVER), N1_TO_N2, "loss:f2");
        List<String> spared = both.sendMany().log.stream()
                .filter(line -> line.contains("arrives"))
                .toList();
        assertTrue(one.sendMany().log.containsAll(spared));
    }

    @Test
    void correlatedLossesComeInBurstsAndAreAsMany() {
        int[] losses = new int[2];
        int[] bursts = new int[2];
        int correlated = 0;
        for (Probability correlation : List.of(NEVER, percent(90))) {
            LoneNetwork network = with(new Lossy(percent(50), correlation)).sendMany();
            boolean before = false;
            for (String line : network.log) {
                boolean lost = line.contains("lost");
                losses[correlated] += lost ? 1 : 0;
                bursts[correlated] += lost && !before ? 1 : 0;
                before = lost;
            }
            correlated++;
        }
        // A burst begins where a draw is fresh, was spared before and is lost now: 1,000 / 4 without correlation, and a
        // tenth of that with it; deviations below 14 and 5, five of them.
        assertEquals(250, bursts[0], 70);
        assertEquals(25, bursts[1], 25);
        // 500, with a deviation of 15.8; with correlation the deviation is sqrt(1.9 / 0.1) times that.
        assertEquals(500, losses[0], 79);
        assertEquals(500, losses[1], 345);
    }

    @Test
    void aDoubledMessageArrivesAsItWouldAndOnceMore() {
        LoneNetwork doubling = with(new Doubling(ALWAYS, NEVER)).sendMany();
        List<String> first = new ArrayList<>(doubling.log);
        first.removeIf(line -> line.contains("again"));
        assertEquals(network().sendMany().log, first);
        assertEquals(1_000, doubling.count("again"));
    }

    @Test
    void aMessageThatIsHeldBackIsLateByAsMuchAsAsked() {
        LoneNetwork calm = LoneNetwork.of(Distribution.constant(10)).sendMany();
        assertEquals(1_000, calm.count("at 10"));
        LoneNetwork reordering = LoneNetwork.of(Distribution.constant(10));
        reordering.network.impose(new Reordering(percent(20), NEVER, new DurationRange(5, 5)), N1_TO_N2, "reorder:f1");
        reordering.sendMany();
        // Deviation 12.6; five of them.
        assertEquals(200, reordering.count("at 15"), 64);
        assertEquals(1_000, reordering.count("at 15") + reordering.count("at 10"));
    }

    @Test
    void delaysAddUpAndEachEndsOnItsOwn() {
        LoneNetwork network = LoneNetwork.of(Distribution.constant(1));
        Imposed first = network.network.impose(new Late(Distribution.constant(10), 0), N1_TO_N2, "delay:f1");
        network.network.impose(new Late(Distribution.constant(100), 0), N1_TO_N2, "delay:f2");
        network.send(N1, N2, 1);
        network.network.lift(first);
        network.send(N1, N2, 2);
        assertEquals(List.of("1 arrives at 111", "2 arrives at 101"), network.log);
    }

    @Test
    void aDelayLastsAsLongWhateverElseIsWrong() {
        LoneNetwork alone =
                with(new Late(Distribution.exponential(1_000_000), 500)).sendMany();
        LoneNetwork crowded = network();
        crowded.network.impose(new Doubling(percent(50), NEVER), N1_TO_N2, "duplicate:f1");
        crowded.network.impose(new Late(Distribution.exponential(1_000_000), 500), N1_TO_N2, "delay:f2");
        crowded.sendMany().log.removeIf(line -> line.contains("again"));
        assertEquals(alone.log, crowded.log);
    }

    @Test
    void jitterIsEvenlySpreadUpToItsEnd() {
        LoneNetwork network = LoneNetwork.of(Distribution.constant(0));
        network.network.impose(new Late(Distribution.constant(0), 3), N1_TO_N2, "delay:f1");
        network.sendMany();
        for (int late = 0; late <= 3; late++) {
            // 250, with a deviation of 13.7; five of them.
            assertEquals(250, network.count("at " + late), 69, "late by " + late);
        }
    }

    @Test
    void aDamagedMessageIsThrownAwayWhenItWouldHaveArrived() {
        List<String> damaged = with(new Corrupting(ALWAYS, NEVER, true)).sendMany().log;
        List<String> expected = network().sendMany().log.stream()
                .map(line -> line.replace("arrives", "is thrown away") + ": fault:f1")
                .toList();
        assertEquals(expected, damaged);
    }

    @Test
    void damageThatNobodyNoticesArrivesInTimeAndFlipsOneBit() {
        List<String> damaged = with(new Corrupting(ALWAYS, NEVER, false)).sendMany().log;
        List<String> calm = network().sendMany().log;
        for (int i = 0; i < 1_000; i++) {
            String line = damaged.get(i);
            assertTrue(line.startsWith(calm.get(i) + " as Ping[number="), line);
            int number = Integer.parseInt(line.substring(line.indexOf('=') + 1, line.length() - 1));
            assertEquals(1, Integer.bitCount(number ^ i), line);
        }
    }

    @Test
    void aConditionThatHasEndedLeavesNoMarkOnLaterMessages() {
        LoneNetwork network = network();
        Imposed lossy = network.network.impose(new Lossy(percent(50), NEVER), N1_TO_N2, "loss:f1");
        network.sendMany();
        network.network.lift(lossy);
        network.log.clear();
        network.sendMany();
        LoneNetwork calm = network().sendMany();
        calm.log.clear();
        calm.sendMany();
        assertEquals(calm.log, network.log);
        assertFalse(network.log.isEmpty());
    }
}
