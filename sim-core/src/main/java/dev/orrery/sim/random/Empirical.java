package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class Empirical implements Distribution {
    private final long[] quantiles;

    Empirical(long... quantiles) {
        this.quantiles = quantiles.clone();
        if (quantiles.length == 0) {
            throw new IllegalArgumentException("an empirical distribution has at least one quantile");
        }
        Parameters.atLeast(0, "a quantile", quantiles[0]);
        for (int i = 1; i < quantiles.length; i++) {
            Parameters.inOrder("a quantile", quantiles[i - 1], "the next one", quantiles[i]);
        }
    }

    @Override
    public long sample(long draw) {
        // The draw times the number of gaps: the upper word is the gap, the lower one the place in it.
        int gaps = quantiles.length - 1;
        if (gaps == 0) {
            return quantiles[0];
        }
        int gap = (int) FixedPoint.unsignedHigh(draw, gaps);
        long place = (draw * gaps) >>> 1;
        return quantiles[gap] + FixedPoint.scale(quantiles[gap + 1] - quantiles[gap], place, 63);
    }

    @Override
    public long mean() {
        double sum = 0;
        for (long quantile : quantiles) {
            sum += quantile;
        }
        if (quantiles.length == 1) {
            return quantiles[0];
        }
        double ends = ((double) quantiles[0] + quantiles[quantiles.length - 1]) / 2;
        return (long) StrictMath.rint((sum - ends) / (quantiles.length - 1));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Empirical empirical && Arrays.equals(quantiles, empirical.quantiles);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(quantiles);
    }

    @Override
    public String toString() {
        return Arrays.stream(quantiles)
                .mapToObj(Durations::format)
                .collect(Collectors.joining(", ", "empirical(", ")"));
    }
}
