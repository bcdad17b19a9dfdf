package dev.orrery.sim.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Each distribution against its own mean, variance and tail.
 *
 * <p>All bounds are five standard errors, which one fair sample in 1.7 million oversteps, plus the error of the table. Of n
 * values, the mean's standard error is σ / √n, the variance's √((μ₄ - σ⁴) / n) with the fourth central moment μ₄, and that
 * of the count of a share p is √(n p (1 - p)).
 */
class DistributionShapeTest {
    private static final long SEED = 77;
    private static final int COUNT = 200_000;
    private static final double ERRORS = 5;
    /** Between two entries of a table, where the logarithm rules: h² Q″ / 8 with h = p / 64 and Q″ = 1 / p². */
    private static final double TABLE_ERROR = 1 / 32_768.0;

    @Test
    void uniform() {
        Distribution distribution = Distribution.uniform(1_000_000, 4_000_000);
        // A range w: σ² = w² / 12, μ₄ = w⁴ / 80, so that μ₄ / σ⁴ = 144 / 80.
        double variance = 3e6 * 3e6 / 12;
        checkMoments(distribution, value -> (double) value, 2.5e6, variance, 1.8, 1);
        checkTail(distribution, 3_700_000, 0.1);
        assertEquals(2_500_000, distribution.mean());
    }

    @Test
    void normal() {
        Distribution distribution = Distribution.normal(10_000_000, 1_000_000);
        // μ₄ = 3 σ⁴. Ten deviations from 0, the cut takes nothing.
        checkMoments(distribution, value -> (double) value, 1e7, 1e12, 3, 1e6 * TABLE_ERROR);
        checkTail(distribution, 13_000_000, 0.001349898);
        checkTail(distribution, 10_000_000, 0.5);
        assertEquals(10_000_000, distribution.mean());
    }

    @Test
    void exponential() {
        Distribution distribution = Distribution.exponential(1_000_000);
        // σ is the mean, μ₄ = 9 σ⁴.
        checkMoments(distribution, value -> (double) value, 1e6, 1e12, 9, 1e6 * TABLE_ERROR);
        checkTail(distribution, 5_000_000, StrictMath.exp(-5));
        assertEquals(1_000_000, distribution.mean());
    }

    @Test
    void exponentialFarOutInBothTails() {
        Distribution distribution = Distribution.exponential(1L << 50);
        for (int bit = 0; bit < 63; bit++) {
            long distance = (1L << bit) + (1L << bit) / 3;
            double share = (distance + 0.5) * 0x1p-64;
            double most = 0x1p50 * TABLE_ERROR;
            assertEquals(-StrictMath.log(share) * 0x1p50, (double) distribution.sample(~distance), most, "bit " + bit);
            assertEquals(
                    -StrictMath.log1p(-share) * 0x1p50, (double) distribution.sample(distance), most, "bit " + bit);
        }
    }

    @Test
    void lognormal() {
        Distribution distribution = Distribution.lognormal(1_000_000, 8_000_000);
        // Its logarithm is normal; the p99 lies 2.326348 of its deviations above the median.
        double sigma = StrictMath.log(8) / 2.326348;
        checkMoments(distribution, value -> StrictMath.log(value / 1e6), 0, sigma * sigma, 3, TABLE_ERROR);
        checkTail(distribution, 8_000_000, 0.01);
        checkTail(distribution, 1_000_000, 0.5);
        // The mean is the median times e^(σ²/2); chords lie above the tail's curve, by less than the table's error.
        double mean = 1e6 * StrictMath.exp(sigma * sigma / 2);
        assertEquals(mean, (double) distribution.mean(), mean * TABLE_ERROR);
    }

    @Test
    void pareto() {
        Distribution distribution = Distribution.pareto(1_000_000, 2.5);
        // Its logarithm, from the minimum on, is exponential with mean 1 / alpha.
        checkMoments(distribution, value -> StrictMath.log(value / 1e6), 0.4, 0.16, 9, TABLE_ERROR);
        checkTail(distribution, 10_000_000, StrictMath.pow(10, -2.5));
        // alpha / (alpha - 1) minima. With q = 1 / alpha, p² Q″ is q (1 + q) Q: 0.56 of what the table's error counts
        // with.
        double mean = 1e6 * 2.5 / 1.5;
        assertEquals(mean, (double) distribution.mean(), mean * TABLE_ERROR);
    }

    @Test
    void bimodal() {
        Distribution distribution = Distribution.bimodal(1_000, 1_000_000, Probability.percent(new BigDecimal("0.1")));
        checkTail(distribution, 999_999, 0.001);
        // 0.999 × 1000 + 0.001 × 1 000 000
        assertEquals(1_999, distribution.mean());
    }

    @Test
    void empirical() {
        Distribution distribution = Distribution.empirical(0, 1_000_000, 2_000_000, 100_000_000);
        // A third of the draws lies between two quantiles each, evenly.
        checkTail(distribution, 500_000, 5 / 6.0);
        checkTail(distribution, 2_000_000, 1 / 3.0);
        checkTail(distribution, 51_000_000, 1 / 6.0);
        // (0.5 + 1.5 + 51) / 3 millions
        assertEquals(17_666_667, distribution.mean());
    }

    /**
     * Compares mean and variance.
     *
     * @param kurtosis μ₄ / σ⁴
     * @param off how far each single value may be off the true quantile; that moves the mean by as much, and the variance
     *     by twice the product with σ
     */
    private static void checkMoments(
            Distribution distribution,
            LongToDoubleFunction scale,
            double mean,
            double variance,
            double kurtosis,
            double off) {
        RandomStream stream = new RandomStream(SEED);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < COUNT; i++) {
            double value = scale.applyAsDouble(distribution.sample(stream)) - mean;
            sum += value;
            squares += value * value;
        }
        double deviation = StrictMath.sqrt(variance);
        assertEquals(0, sum / COUNT, ERRORS * deviation / StrictMath.sqrt(COUNT) + off, () -> "mean, seed " + SEED);
        assertEquals(
                variance,
                squares / COUNT,
                ERRORS * variance * StrictMath.sqrt((kurtosis - 1) / COUNT) + 2 * off * deviation + off * off,
                () -> "variance, seed " + SEED);
    }

    private static void checkTail(Distribution distribution, long above, double share) {
        RandomStream stream = new RandomStream(SEED);
        int count = 0;
        for (int i = 0; i < COUNT; i++) {
            if (distribution.sample(stream) > above) {
                count++;
            }
        }
        double error = StrictMath.sqrt(COUNT * share * (1 - share));
        // An error of the table's shifts the share by at most as large a part of it, far below the standard error.
        assertEquals(COUNT * share, count, ERRORS * error, () -> "above " + above + ", seed " + SEED);
    }
}
