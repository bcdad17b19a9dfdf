package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;

record Pareto(long min, double alpha, QuantileTable table) implements Distribution {
    static Pareto of(long min, double alpha) {
        Parameters.atLeast(1, "a minimum", min);
        if (!(alpha > 0 && Double.isFinite(alpha))) {
            throw new IllegalArgumentException("an alpha is a number above 0, not " + alpha);
        }
        return new Pareto(
                min,
                alpha,
                new QuantileTable(
                        share -> min * StrictMath.exp(-StrictMath.log1p(-share) / alpha),
                        share -> min * StrictMath.exp(-StrictMath.log(share) / alpha)));
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
        return "pareto(min " + Durations.format(min) + ", alpha " + alpha + ")";
    }
}
