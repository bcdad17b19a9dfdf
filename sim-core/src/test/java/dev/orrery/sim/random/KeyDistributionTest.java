package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyDistributionTest {
    private static final long SEED = 99;
    private static final int DRAWS = 200_000;
    private static final Probability FOUR_IN_FIVE = Probability.percent(80);

    @Test
    void uniformTreatsAllKeysAlike() {
        double[] shares = new double[10];
        Arrays.fill(shares, 0.1);
        checkShares(KeyDistribution.uniform(10), shares);
    }

    @Test
    void zipfianFollowsTheRank() {
        checkShares(KeyDistribution.zipfian(16), zipf(16));
    }

    @Test
    void latestFollowsTheAge() {
        double[] shares = new double[16];
        for (int key = 0; key < 16; key++) {
            shares[key] = zipf(16)[15 - key];
        }
        checkShares(KeyDistribution.latest(16), shares);
    }

    @Test
    void hotspotFavoursTheHotSetAndNoKeyInIt() {
        double[] shares = new double[10];
        Arrays.fill(shares, 0, 2, 0.8 / 2);
        Arrays.fill(shares, 2, 10, 0.2 / 8);
        checkShares(KeyDistribution.hotspot(10, 2, FOUR_IN_FIVE), shares);
    }

    @Test
    void aHotSetThatGetsNothingOrAllIsExact() {
        RandomStream stream = new RandomStream(SEED);
        for (int i = 0; i < 10_000; i++) {
            long draw = stream.next();
            assertTrue(KeyDistribution.hotspot(10, 3, Probability.NEVER).sample(draw) >= 3, "seed " + SEED);
            assertTrue(KeyDistribution.hotspot(10, 3, Probability.ALWAYS).sample(draw) < 3, "seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000, 100_000})
    void keysStayInRange(int count) {
        for (KeyDistribution keys : ofEveryKind(count)) {
            assertEquals(count, keys.count());
            RandomStream stream = new RandomStream(SEED);
            for (int i = 0; i < 2_000; i++) {
                long draw = i == 0 ? 0 : i == 1 ? -1 : stream.next();
                int key = keys.sample(draw);
                assertTrue(key >= 0 && key < count, () -> keys + " gave " + key + ", seed " + SEED);
            }
        }
    }

    @Test
    void theOutermostDrawsGiveTheOutermostKeys() {
        assertEquals(0, KeyDistribution.uniform(Integer.MAX_VALUE).sample(0));
        assertEquals(
                Integer.MAX_VALUE - 1,
                KeyDistribution.uniform(Integer.MAX_VALUE).sample(-1));
        assertEquals(0, KeyDistribution.zipfian(100_000).sample(0));
        assertEquals(99_999, KeyDistribution.zipfian(100_000).sample(-1));
        assertEquals(99_999, KeyDistribution.latest(100_000).sample(0));
        assertEquals(0, KeyDistribution.latest(100_000).sample(-1));
    }

    /** One fold over 10 000 keys each; a second implementation, in another language, computed the same ones. */
    @Test
    void theSameDrawsGiveTheSameKeysEverywhere() {
        List<String> folds = new ArrayList<>();
        for (KeyDistribution keys : ofEveryKind(1_000)) {
            RandomStream stream = new RandomStream(2026);
            long fold = 0;
            for (int i = 0; i < 10_000; i++) {
                fold = Mix.combine(fold, keys.sample(stream.next()));
            }
            folds.add(keys + " " + Long.toHexString(fold));
        }
        assertEquals(
                List.of(
                        "uniform over 1000 keys 78ad329a5d5949f3",
                        "zipfian over 1000 keys 9f18956504a7e6d",
                        "latest of 1000 keys 619701accddcfed5",
                        "hotspot(80% on 200 of 1000 keys) 512cf12aab107d97"),
                folds);
    }

    @Test
    void thoseMadeAlikeAreEqual() {
        assertEquals(ofEveryKind(10), ofEveryKind(10));
        assertEquals(ofEveryKind(10).hashCode(), ofEveryKind(10).hashCode());
        assertNotEquals(KeyDistribution.zipfian(10), KeyDistribution.zipfian(11));
        assertNotEquals(KeyDistribution.zipfian(10), KeyDistribution.latest(10));
    }

    @Test
    void saysWhatItCannotBe() {
        refuses("a count of keys is at least 1, not 0", () -> KeyDistribution.uniform(0));
        refuses("a count of keys is at least 1, not 0", () -> KeyDistribution.zipfian(0));
        refuses("a count of keys is at least 1, not -1", () -> KeyDistribution.latest(-1));
        refuses("16777217 is above 16777216", () -> KeyDistribution.zipfian(16_777_217));
        refuses("a count of keys is at least 1, not 0", () -> KeyDistribution.hotspot(0, 0, FOUR_IN_FIVE));
        refuses("a count of hot keys is at least 1, not 0", () -> KeyDistribution.hotspot(5, 0, FOUR_IN_FIVE));
        refuses("6 is above 5", () -> KeyDistribution.hotspot(5, 6, FOUR_IN_FIVE));
    }

    private static List<KeyDistribution> ofEveryKind(int count) {
        return List.of(
                KeyDistribution.uniform(count),
                KeyDistribution.zipfian(count),
                KeyDistribution.latest(count),
                KeyDistribution.hotspot(count, Math.max(1, count / 5), FOUR_IN_FIVE));
    }

    private static double[] zipf(int count) {
        double[] shares = new double[count];
        double sum = 0;
        for (int key = 0; key < count; key++) {
            shares[key] = StrictMath.pow(key + 1.0, -0.99);
            sum += shares[key];
        }
        for (int key = 0; key < count; key++) {
            shares[key] /= sum;
        }
        return shares;
    }

    /** Each key's count within five standard errors, √(n p (1 - p)): one fair sample in 1.7 million is outside. */
    private static void checkShares(KeyDistribution keys, double[] shares) {
        int[] counts = new int[shares.length];
        RandomStream stream = new RandomStream(SEED);
        for (int i = 0; i < DRAWS; i++) {
            counts[keys.sample(stream.next())]++;
        }
        for (int key = 0; key < shares.length; key++) {
            double error = StrictMath.sqrt(DRAWS * shares[key] * (1 - shares[key]));
            assertEquals(DRAWS * shares[key], (double) counts[key], 5 * error, "key " + key + ", seed " + SEED);
        }
    }

    private static void refuses(String reason, Runnable making) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, making::run).getMessage());
        assertTrue(message.contains(reason), message);
    }
}
