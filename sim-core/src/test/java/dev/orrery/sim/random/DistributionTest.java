package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every distribution owes: order, ends, the same values everywhere, and refusal of what it cannot be. */
class DistributionTest {
    private static final long MAX = Long.MAX_VALUE;
    private static final Probability ONE_IN_A_THOUSAND = Probability.percent(new BigDecimal("0.1"));

    static List<Distribution> ofEveryKind() {
        return List.of(
                Distribution.constant(5),
                Distribution.uniform(1_000, 9_000),
                Distribution.normal(1_000_000, 400_000),
                Distribution.exponential(1_000_000),
                Distribution.lognormal(1_000_000, 8_000_000),
                Distribution.pareto(1_000_000, 1.5),
                Distribution.bimodal(1_000, 1_000_000, ONE_IN_A_THOUSAND),
                Distribution.empirical(0, 100, 150, 10_000));
    }

    static List<Distribution> atTheExtremes() {
        return List.of(
                Distribution.constant(0),
                Distribution.constant(MAX),
                Distribution.uniform(0, 0),
                Distribution.uniform(MAX, MAX),
                Distribution.uniform(0, MAX),
                Distribution.uniform(1, MAX),
                Distribution.normal(0, 0),
                Distribution.normal(0, MAX),
                Distribution.normal(MAX, 1),
                Distribution.normal(MAX, MAX),
                Distribution.exponential(0),
                Distribution.exponential(1),
                Distribution.exponential(MAX),
                Distribution.lognormal(1, 1),
                Distribution.lognormal(1, MAX),
                Distribution.lognormal(MAX, MAX),
                Distribution.pareto(1, Double.MIN_VALUE),
                Distribution.pareto(MAX, Double.MAX_VALUE),
                Distribution.bimodal(0, MAX, Probability.NEVER),
                Distribution.bimodal(0, MAX, Probability.ALWAYS),
                Distribution.empirical(0),
                Distribution.empirical(0, MAX),
                Distribution.empirical(MAX, MAX, MAX));
    }

    @ParameterizedTest
    @MethodSource({"ofEveryKind", "atTheExtremes"})
    void aGreaterDrawNeverGivesASmallerValueNorIsOneNegative(Distribution distribution) {
        long before = 0;
        for (long draw : draws()) {
            long value = distribution.sample(draw);
            assertTrue(value >= before, () -> distribution + " falls at draw " + Long.toUnsignedString(draw));
            before = value;
        }
    }

    @ParameterizedTest
    @MethodSource({"ofEveryKind", "atTheExtremes"})
    void aStreamGivesOneDraw(Distribution distribution) {
        RandomStream stream = new RandomStream(3);
        long value = distribution.sample(stream);
        assertEquals(distribution.sample(new RandomStream(3).next()), value);
        assertEquals(1, stream.draws());
    }

    /** One fold over 10 000 values each; a second implementation, in another language, computed the same ones. */
    @Test
    void theSameDrawsGiveTheSameValuesEverywhere() {
        List<String> folds = new ArrayList<>();
        for (Distribution distribution : ofEveryKind()) {
            RandomStream stream = new RandomStream(2026);
            long fold = 0;
            for (int i = 0; i < 10_000; i++) {
                fold = Mix.combine(fold, distribution.sample(stream));
            }
            folds.add(distribution + " " + Long.toHexString(fold));
        }
        assertEquals(
                List.of(
                        "constant(5ns) 9d4c913c40c4fd13",
                        "uniform(1us to 9us) efdf8f6a77a17c79",
                        "normal(mean 1ms, stddev 400us) d202413610c59583",
                        "exponential(mean 1ms) c6cdc29a4dc3f55",
                        "lognormal(median 1ms, p99 8ms) e0669a0ebc80f621",
                        "pareto(min 1ms, alpha 1.5) c420cb7355dd0ecf",
                        "bimodal(1us, 0.1% 1ms) e1af54bf93cd8d7",
                        "empirical(0s, 100ns, 150ns, 10us) d7eda9d427e7ef70"),
                folds);
    }

    @Test
    void aUniformOneReachesBothEndsEvenOverAllOfLong() {
        assertEquals(1_000, Distribution.uniform(1_000, 9_000).sample(0));
        assertEquals(9_000, Distribution.uniform(1_000, 9_000).sample(-1));
        assertEquals(0, Distribution.uniform(0, MAX).sample(0));
        assertEquals(1L << 62, Distribution.uniform(0, MAX).sample(Long.MIN_VALUE));
        assertEquals(MAX, Distribution.uniform(0, MAX).sample(-1));
        assertEquals(7, Distribution.uniform(7, 7).sample(-1));
    }

    @Test
    void aShareOfNothingAndAShareOfAllAreExact() {
        Distribution never = Distribution.bimodal(1, 2, Probability.NEVER);
        Distribution always = Distribution.bimodal(1, 2, Probability.ALWAYS);
        for (long draw : draws()) {
            assertEquals(1, never.sample(draw));
            assertEquals(2, always.sample(draw));
        }
        assertEquals(1, never.mean());
        assertEquals(2, always.mean());
    }

    @Test
    void aBellIsCutAtZeroAndItsMeanSaysSo() {
        Distribution half = Distribution.normal(0, 1_000_000);
        assertEquals(0, half.sample(0));
        assertEquals(0, half.sample(Long.MIN_VALUE));
        // What is left is half a bell: its mean over all draws is stddev / √(2π), 0.39894228 of the stddev; the table's
        // straight lines lie above it by at most 1/32768 of a stddev.
        assertEquals(398_942.28, (double) half.mean(), 1e6 / 32_768 + 1);
    }

    @Test
    void farTailsEndWhereThe64BitsDo() {
        // The last draw's share is 2^-65: 65 ln 2 means, and 9.1553 standard deviations.
        assertEquals(45_054_567, Distribution.exponential(1_000_000).sample(-1));
        assertEquals(
                1_000_000 + 9_155_294, Distribution.normal(1_000_000, 1_000_000).sample(-1));
        assertEquals(MAX, Distribution.exponential(MAX).sample(-1));
        assertEquals(MAX, Distribution.pareto(1_000_000, 1).sample(-1));
    }

    @Test
    void readsAsAScenarioDoes() {
        assertEquals(
                "[constant(5ns), uniform(1us to 9us), normal(mean 1ms, stddev 400us), exponential(mean 1ms), "
                        + "lognormal(median 1ms, p99 8ms), pareto(min 1ms, alpha 1.5), bimodal(1us, 0.1% 1ms), "
                        + "empirical(0s, 100ns, 150ns, 10us)]",
                ofEveryKind().toString());
    }

    @Test
    void thoseMadeAlikeAreEqual() {
        List<Distribution> some = ofEveryKind();
        assertEquals(some, ofEveryKind());
        assertEquals(some.hashCode(), ofEveryKind().hashCode());
        assertNotEquals(Distribution.lognormal(1, 2), Distribution.lognormal(1, 3));
        assertNotEquals(Distribution.empirical(1, 2), Distribution.empirical(1, 2, 2));
    }

    @Test
    void laterChangesToTheGivenQuantilesChangeNothing() {
        long[] quantiles = {1, 2};
        Distribution measured = Distribution.empirical(quantiles);
        quantiles[0] = 100;
        assertEquals(1, measured.sample(0));
    }

    @Test
    void saysWhatItCannotBe() {
        refuses("a constant is at least 0, not -1", () -> Distribution.constant(-1));
        refuses("a minimum is at least 0, not -1", () -> Distribution.uniform(-1, 1));
        refuses("3 is above 2", () -> Distribution.uniform(3, 2));
        refuses("a mean is at least 0, not -1", () -> Distribution.normal(-1, 1));
        refuses("a standard deviation is at least 0, not -1", () -> Distribution.normal(1, -1));
        refuses("a mean is at least 0, not -1", () -> Distribution.exponential(-1));
        refuses("a median is at least 1, not 0", () -> Distribution.lognormal(0, 5));
        refuses("a median is not above the p99: 3 is above 2", () -> Distribution.lognormal(3, 2));
        refuses("a minimum is at least 1, not 0", () -> Distribution.pareto(0, 1));
        for (double alpha : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refuses("an alpha is a number above 0, not " + alpha, () -> Distribution.pareto(1, alpha));
        }
        refuses("a fast value is at least 0, not -1", () -> Distribution.bimodal(-1, 1, Probability.NEVER));
        refuses("2 is above 1", () -> Distribution.bimodal(2, 1, Probability.NEVER));
        refuses("at least one quantile", Distribution::empirical);
        refuses("a quantile is at least 0, not -1", () -> Distribution.empirical(-1, 1));
        refuses("2 is above 1", () -> Distribution.empirical(2, 1));
    }

    private static void refuses(String reason, Runnable making) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
        assertTrue(message.contains(reason), message);
    }

    /** Rising, as unsigned numbers: both ends, each edge between cells with its neighbours, and a lot in between. */
    private static long[] draws() {
        List<Long> draws = new ArrayList<>(List.of(0L, Long.MAX_VALUE));
        for (int bit = 0; bit < 63; bit++) {
            for (long cell = 64; cell < 128; cell++) {
                long edge = bit < 6 ? cell >> (6 - bit) : cell << (bit - 6);
                draws.addAll(List.of(edge - 1, edge, edge + 1));
            }
        }
        RandomStream random = new RandomStream(8);
        for (int i = 0; i < 5_000; i++) {
            draws.add(random.next() >>> random.below(64));
        }
        return draws.stream()
                .flatMap(draw -> List.of(draw, ~draw).stream())
                .distinct()
                .sorted(Long::compareUnsigned)
                .mapToLong(draw -> draw)
                .toArray();
    }
}
