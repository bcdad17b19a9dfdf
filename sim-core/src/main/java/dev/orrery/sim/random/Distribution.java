package dev.orrery.sim.random;

/**
 * How long something takes, drawn by chance: a quantile function of one 64-bit draw.
 *
 * <p>The draw, read as unsigned, is a place between the shortest and the longest time: draw 0 gives the least value, draw
 * 2<sup>63</sup> the median, draw 2<sup>64</sup> - 1 the greatest. A greater draw never gives a smaller value, so that two
 * distributions asked with the same draw agree on whether it was a lucky one. Samples are made with whole numbers only;
 * the tables behind some distributions are built with {@link StrictMath}. The same draw gives the same value everywhere.
 *
 * <p>Values are never negative; one that would be above 2<sup>63</sup> - 1 is that. Distributions are immutable, and equal
 * if they were made alike. Their unit is the caller's: {@code toString} takes it to be nanoseconds.
 */
public sealed interface Distribution
        permits Constant, Uniform, Normal, Exponential, Lognormal, Pareto, Bimodal, Empirical {
    /** The value at a place given as an unsigned 64-bit number. */
    long sample(long draw);

    /** The value at a place drawn from the stream; always takes one draw. */
    default long sample(RandomStream stream) {
        return sample(stream.next());
    }

    /**
     * The mean over all draws, to the nearest whole number, at most 2<sup>63</sup> - 1: a figure for reports. It does not
     * count what a normal or exponential distribution loses of its tail at 2<sup>63</sup> - 1.
     */
    long mean();

    /** In the scenario language's words, as {@code lognormal(median 1ms, p99 8ms)}. */
    @Override
    String toString();

    /**
     * Always the same value.
     *
     * @throws IllegalArgumentException if it is negative
     */
    static Distribution constant(long value) {
        return new Constant(value);
    }

    /**
     * Each value between two ends, both included, as likely as the others.
     *
     * @throws IllegalArgumentException if {@code min} is negative or above {@code max}
     */
    static Distribution uniform(long min, long max) {
        return new Uniform(min, max);
    }

    /**
     * A bell, cut at 0: what would be negative is 0. {@link #mean()} is the mean after the cut, so it lies above the given
     * one if the bell reaches below 0.
     *
     * @param mean the bell's middle, at least 0
     * @param stddev its standard deviation, at least 0
     * @throws IllegalArgumentException if one of them is negative
     */
    static Distribution normal(long mean, long stddev) {
        return new Normal(mean, stddev);
    }

    /**
     * The time until something that happens at a constant rate. The greatest value is 45 times the mean.
     *
     * @throws IllegalArgumentException if the mean is negative
     */
    static Distribution exponential(long mean) {
        return new Exponential(mean);
    }

    /**
     * A value whose logarithm is normal: the common shape of latencies, most near the median and a long tail.
     *
     * @param median half the values are at most this, at least 1
     * @param p99 99 of 100 values are at most this, at least the median
     * @throws IllegalArgumentException otherwise
     */
    static Distribution lognormal(long median, long p99) {
        return Lognormal.of(median, p99);
    }

    /**
     * A power law: the share of values above x is (min / x)<sup>alpha</sup>. With an alpha of 1 or less its mean in theory
     * is infinite; {@link #mean()} is that of the values which 2<sup>64</sup> draws can give.
     *
     * @param min the least value, at least 1
     * @param alpha how fast the tail thins out, above 0
     * @throws IllegalArgumentException otherwise
     */
    static Distribution pareto(long min, double alpha) {
        return Pareto.of(min, alpha);
    }

    /**
     * A fast path and a rare slow one.
     *
     * @param slowShare how many of the values are {@code slow}
     * @throws IllegalArgumentException if {@code fast} is negative or above {@code slow}
     */
    static Distribution bimodal(long fast, long slow, Probability slowShare) {
        return new Bimodal(fast, slow, slowShare);
    }

    /**
     * Measured values, linear between one and the next.
     *
     * @param quantiles evenly spaced from the least value to the greatest, never falling: three of them are the minimum,
     *     the median and the maximum
     * @throws IllegalArgumentException if there are none, one is negative, or one is below its forerunner
     */
    static Distribution empirical(long... quantiles) {
        return new Empirical(quantiles);
    }
}
