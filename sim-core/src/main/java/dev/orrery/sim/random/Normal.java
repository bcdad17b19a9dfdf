package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;

record Normal(long middle, long stddev) implements Distribution {
    /** Standard deviations from the middle, in parts of 2^57: the farthest is 9.2. */
    private static final QuantileTable UNIT = new QuantileTable(
            share -> StrictMath.scalb(StandardNormal.quantile(share), QuantileTable.UNIT_BITS),
            share -> StrictMath.scalb(-StandardNormal.quantile(share), QuantileTable.UNIT_BITS));

    Normal {
        Parameters.atLeast(0, "a mean", middle);
        Parameters.atLeast(0, "a standard deviation", stddev);
    }

    @Override
    public long sample(long draw) {
        long offset = FixedPoint.scale(UNIT.at(draw), stddev, QuantileTable.UNIT_BITS);
        return Math.max(0, FixedPoint.add(middle, offset));
    }

    @Override
    public long mean() {
        if (stddev == 0) {
            return middle;
        }
        double offset = UNIT.mean(
                unit -> Math.max(-(double) middle, StrictMath.scalb((double) unit, -QuantileTable.UNIT_BITS) * stddev));
        return FixedPoint.add(middle, (long) StrictMath.rint(offset));
    }

    @Override
    public String toString() {
        return "normal(mean " + Durations.format(middle) + ", stddev " + Durations.format(stddev) + ")";
    }
}
