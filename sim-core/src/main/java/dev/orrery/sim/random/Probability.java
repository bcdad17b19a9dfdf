package dev.orrery.sim.random;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A probability as a whole number of parts in 2<sup>64</sup>, decided without floating point. */
public final class Probability implements Comparable<Probability> {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal ALL_DRAWS = new BigDecimal(BigInteger.ONE.shiftLeft(64));

    /** Never happens, whatever is drawn. */
    public static final Probability NEVER = percent(0);

    /** Always happens, whatever is drawn. */
    public static final Probability ALWAYS = percent(100);

    private final BigDecimal percent;
    /** Draws below it, unsigned, are hits: 0 for 100 %, whose 2<sup>64</sup> parts do not fit. */
    private final long threshold;

    private final boolean always;

    private Probability(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
            throw new IllegalArgumentException("a percentage is from 0 to 100, not " + percent.toPlainString());
        }
        this.percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
        this.always = percent.compareTo(HUNDRED) == 0;
        this.threshold = percent.multiply(ALL_DRAWS)
                .divide(HUNDRED, 0, RoundingMode.DOWN)
                .toBigInteger()
                .longValue();
    }

    /**
     * From a percentage, rounded down to a part in 2<sup>64</sup>.
     *
     * @throws IllegalArgumentException outside 0 to 100
     */
    public static Probability percent(BigDecimal percent) {
        return new Probability(percent);
    }

    /** As {@link #percent(BigDecimal)}, for whole percentages. */
    public static Probability percent(int percent) {
        return new Probability(BigDecimal.valueOf(percent));
    }

    /** Whether this draw is a hit. */
    public boolean test(long draw) {
        return Long.compareUnsigned(draw, threshold) < 0 || always;
    }

    /** Whether no draw is a hit, so that nobody need draw. */
    public boolean isNever() {
        return threshold == 0 && !always;
    }

    /** That this or another, independent of it, happens. */
    public Probability or(Probability other) {
        BigDecimal both = percent.multiply(other.percent).movePointLeft(2);
        return new Probability(percent.add(other.percent).subtract(both));
    }

    /** From 0 to 100, as it was given. */
    public BigDecimal inPercent() {
        return percent;
    }

    @Override
    public int compareTo(Probability other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Probability that && percent.equals(that.percent);
    }

    @Override
    public int hashCode() {
        return percent.hashCode();
    }

    @Override
    public String toString() {
        return percent.toPlainString() + "%";
    }
}
