package dev.orrery.sim.fault;

import static dev.orrery.sim.fault.Village.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.fault.Nemesis.Profile;
import dev.orrery.sim.fault.NemesisScript.Episode;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.Mix;
import dev.orrery.sim.random.Probability;
import dev.orrery.sim.random.RandomStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NemesisTest {
    private static final int MANY = 20_000;

    private static Nemesis nemesis(Profile profile, boolean swarm, int intensity) {
        return new Nemesis(profile, swarm, Probability.percent(intensity), Budget.MINORITY);
    }

    private static NemesisScript script(boolean swarm, int intensity, long seed) {
        return new NemesisScript(nemesis(Profile.ALL, swarm, intensity), Mix.mix64(seed));
    }

    @Test
    void theSameSeedWritesTheSameScriptAndAnotherAnother() {
        for (long seed = 0; seed < 50; seed++) {
            Episode episode = script(true, 30, seed).next(0);
            assertEquals(episode, script(true, 30, seed).next(0), "seed " + seed);
            assertFalse(episode.equals(script(true, 30, seed + 1).next(0)), "seed " + seed);
        }
    }

    @Test
    void withoutASwarmEveryKindIsAsFrequent() {
        Mixture even = Mixture.even(Profile.ALL);
        int kinds = Malice.of(Profile.ALL).size();
        Map<Malice, Integer> picks = picks(even, MANY);
        assertEquals(kinds, picks.size());
        double expected = (double) MANY / kinds;
        double fiveDeviations = 5 * StrictMath.sqrt(expected * (1 - 1.0 / kinds));
        picks.forEach((kind, count) -> assertEquals(expected, count, fiveDeviations, kind.name()));
    }

    private static Map<Malice, Integer> picks(Mixture mixture, int count) {
        RandomStream random = new RandomStream(5);
        Map<Malice, Integer> picks = new EnumMap<>(Malice.class);
        for (int i = 0; i < count; i++) {
            picks.merge(mixture.pick(random), 1, Integer::sum);
        }
        return picks;
    }

    @Test
    void aSwarmTurnsEachKindOffInHalfOfTheRunsAndMakesTheRestMoreOrLessFrequent() {
        int runs = 4_000;
        Map<Malice, Map<Long, Integer>> weights = new EnumMap<>(Malice.class);
        for (int run = 0; run < runs; run++) {
            Mixture drawn = Mixture.drawn(Profile.ALL, Mix.mix64(run));
            for (Malice kind : Malice.of(Profile.ALL)) {
                weights.computeIfAbsent(kind, each -> new TreeMap<>()).merge(drawn.weight(kind), 1, Integer::sum);
            }
        }
        weights.forEach((kind, counts) -> {
            // Half of the runs, with a deviation of 31.6, and an eighth with one of 20.9; five of them.
            assertEquals(runs / 2.0, counts.getOrDefault(0L, 0), 158, kind.name());
            for (long weight = 1; weight <= 8; weight *= 2) {
                assertEquals(runs / 8.0, counts.getOrDefault(weight, 0), 105, kind.name());
            }
        });
    }

    @Test
    void aKindIsPickedAsOftenAsItsWeightSays() {
        for (int run = 0; run < 20; run++) {
            Mixture drawn = Mixture.drawn(Profile.NETWORK, Mix.mix64(run));
            double sum =
                    Malice.of(Profile.NETWORK).stream().mapToLong(drawn::weight).sum();
            Map<Malice, Integer> picks = picks(drawn, MANY);
            for (Malice kind : Malice.of(Profile.NETWORK)) {
                double share = drawn.weight(kind) / sum;
                double fiveDeviations = 5 * StrictMath.sqrt(MANY * share * (1 - share));
                assertEquals(MANY * share, picks.getOrDefault(kind, 0), fiveDeviations, run + ": " + kind);
            }
        }
    }

    @Test
    void aSwarmIsNeverWithoutAnyKind() {
        for (int run = 0; run < 2_000; run++) {
            // Of a profile of one kind, half of the draws would be empty.
            assertEquals(
                    1,
                    picks(Mixture.drawn(Profile.PARTITIONS, Mix.mix64(run)), 1).size(),
                    "run " + run);
        }
    }

    @Test
    void faultsAreActiveForTheShareOfTimeThatIsAskedFor() {
        for (int intensity : new int[] {5, 30, 80, 100}) {
            NemesisScript script = script(false, intensity, intensity);
            long now = 0;
            long active = 0;
            for (int i = 0; i < MANY; i++) {
                Episode episode = script.next(now);
                active += episode.end() - episode.begin();
                now = episode.end();
            }
            // Lengths deviate by 1.07 of their mean, windows by 0.58 of theirs, and the mean of 20,000 by 1/141 of
            // that: less
            // than 0.0087 together, of which the share feels the part that is quiet; five of them.
            double share = intensity / 100.0;
            assertEquals(share, (double) active / now, 5 * 0.0087 * share * (1 - share) + 1e-9, intensity + "%");
        }
    }

    @Test
    void aSwarmDrawsItsIntensityAroundTheOneThatIsAskedFor() {
        double sum = 0;
        int runs = 1_000;
        for (int run = 0; run < runs; run++) {
            NemesisScript script = script(true, 30, run);
            long now = 0;
            long active = 0;
            for (int i = 0; i < 50; i++) {
                Episode episode = script.next(now);
                active += episode.end() - episode.begin();
                now = episode.end();
            }
            sum += (double) active / now;
        }
        // Even from 7.5 to 52.5 %: a deviation of 13 of one, 0.41 of the mean, five of which are 2.1. A share of 50
        // episodes is
        // biased by less than its squared relative deviation, 1.2² / 50 = 3 %, of itself: 0.9.
        assertEquals(30, 100 * sum / runs, 2.1 + 0.9);
    }

    @Test
    void episodesAreOfAllLengthsAndOfOneToThreeFaults() {
        NemesisScript script = script(false, 50, 3);
        int[] doublings = new int[6];
        int[] sizes = new int[4];
        for (int i = 0; i < MANY; i++) {
            Episode episode = script.next(0);
            long tenths = (episode.end() - episode.begin()) / 100_000_000;
            doublings[63 - Long.numberOfLeadingZeros(tenths)]++;
            // A torn disk comes with its kill.
            long extra = episode.faults().stream()
                    .filter(planned -> planned.fault() instanceof DiskFault.Torn)
                    .count();
            sizes[episode.faults().size() - (int) extra]++;
        }
        for (int each : doublings) {
            // A sixth, with a deviation of 52.7; five of them.
            assertEquals(MANY / 6.0, each, 264);
        }
        // A half and two quarters, with deviations of 70.7 and 61.2; five of them.
        assertEquals(MANY / 2.0, sizes[1], 354);
        assertEquals(MANY / 4.0, sizes[2], 307);
        assertEquals(MANY / 4.0, sizes[3], 307);
    }

    @Test
    void faultsLieWithinTheirEpisode() {
        NemesisScript script = script(true, 50, 3);
        for (int i = 0; i < 2_000; i++) {
            Episode episode = script.next(7 * SECOND);
            for (PlannedFault planned : episode.faults()) {
                long at = ((Timing.At) planned.timing()).time();
                long length = planned.length() == null ? 0 : planned.length().max();
                assertTrue(at >= episode.begin() && at + length <= episode.end(), planned::toString);
            }
        }
    }

    @Test
    void aProfileHasItsOwnKinds() {
        assertEquals(List.of("partition"), kinds(Profile.PARTITIONS));
        assertEquals(
                List.of("bandwidth", "clog", "corrupt", "delay", "duplicate", "loss", "partition", "reorder"),
                kinds(Profile.NETWORK));
        assertEquals(List.of("kill", "pause", "rolling", "slow", "stop"), kinds(Profile.CRASHES));
        assertEquals(List.of("clock-drift", "clock-jump", "clock-skew", "clock-strobe"), kinds(Profile.CLOCKS));
        assertEquals(
                List.of("add-node", "remove-node", "replace-node", "transfer-leadership"), kinds(Profile.MEMBERSHIP));
        assertTrue(kinds(Profile.DISKS).stream().allMatch(kind -> kind.startsWith("disk-") || kind.equals("kill")));
        assertFalse(kinds(Profile.ALL).contains("add-node"));
    }

    private static List<String> kinds(Profile profile) {
        RandomStream random = new RandomStream(9);
        return Malice.of(profile).stream()
                .map(kind -> kind.fault(random, SECOND).kind())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    @Test
    void everyKindMakesFaultsWhateverIsDrawn() {
        RandomStream random = new RandomStream(9);
        for (Malice kind : Malice.values()) {
            for (int i = 0; i < 500; i++) {
                assertFalse(kind.faults(random, 0, 1 + random.below(6 * SECOND)).isEmpty());
            }
        }
    }

    private static Village suffering(long seed, Budget budget) {
        Nemesis nemesis = new Nemesis(Profile.DISKS, false, Probability.ALWAYS, budget);
        return new Village(seed, 5, new FaultPlan(List.of(), nemesis, null)).run(9 * SECOND);
    }

    @Test
    void theBudgetIsKeptAndWhatItHoldsBackIsReported() {
        int heldBack = 0;
        for (long seed = 0; seed < 4; seed++) {
            Village village = suffering(seed, Budget.MINORITY);
            TreeSet<NodeId> damaged = new TreeSet<>();
            for (ExecutedFault executed : village.faults.executed()) {
                Fault fault = executed.planned().fault();
                assertFalse(isWipe(fault), "seed " + seed);
                if (fault instanceof DiskFault.BitRot
                        || fault instanceof DiskFault.Misdirected
                        || fault instanceof DiskFault.SyncError) {
                    damaged.addAll(executed.nodes());
                }
            }
            assertTrue(damaged.size() <= 2, "seed " + seed);
            heldBack += village.faults.heldBack().size();
        }
        assertTrue(heldBack > 0);
    }

    private static boolean isWipe(Fault fault) {
        return fault instanceof ProcessFault.Kill kill && kill.disk() == CrashPolicy.WIPE;
    }

    @Test
    void aLargerBudgetAllowsMore() {
        Village village = suffering(1, new Budget(5, 5, 5));
        assertEquals(List.of(), village.faults.heldBack());
        assertTrue(village.faults.executed().stream()
                .anyMatch(executed -> isWipe(executed.planned().fault())));
    }

    @Test
    void whatIsHeldBackSaysWhy() {
        String words = Arrays.stream(new long[] {0, 1, 2})
                .mapToObj(seed -> String.join(
                        "\n", suffering(seed, Budget.MINORITY).faults.heldBack()))
                .collect(Collectors.joining("\n"));
        assertTrue(words.contains(": 1 of 5 servers would be wiped, and 0 are allowed"), words);
        assertTrue(words.contains(": 3 of 5 servers would be damaged, and 2 are allowed"), words);
    }
}
