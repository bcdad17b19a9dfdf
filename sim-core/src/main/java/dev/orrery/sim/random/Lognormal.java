package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;

record Lognormal(long median, long p99, QuantileTable table) implements Distribution {
    private static final double ONE_IN_A_HUNDRED = -StandardNormal.quantile(0.01);

    static Lognormal of(long median, long p99) {
        Parameters.atLeast(1, "a median", median);
        Parameters.inOrder("a median", median, "the p99", p99);
        double sigma = StrictMath.log((double) p99 / median) / ONE_IN_A_HUNDRED;
        return new Lognormal(
                median,
                p99,
                new QuantileTable(
                        share -> median * StrictMath.exp(sigma * StandardNormal.quantile(share)),
                        share -> median * StrictMath.exp(-sigma * StandardNormal.quantile(share))));
    }

    @Override
    public long sample(long draw) {
        return table.at(draw);
    }

    @Override
    public long mean() {
        return table.mean();
    }

    @Override
    public String toString() {
        return "lognormal(median " + Durations.format(median) + ", p99 " + Durations.format(p99) + ")";
    }
}
