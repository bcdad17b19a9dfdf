package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;

record Exponential(long mean) implements Distribution {
    /** Multiples of the mean, in parts of 2^57: the greatest is 65 ln 2, or 45.1. */
    private static final QuantileTable UNIT = new QuantileTable(
            share -> StrictMath.scalb(-StrictMath.log1p(-share), QuantileTable.UNIT_BITS),
            share -> StrictMath.scalb(-StrictMath.log(share), QuantileTable.UNIT_BITS));

    Exponential {
        Parameters.atLeast(0, "a mean", mean);
    }

    @Override
    public long sample(long draw) {
        return FixedPoint.scale(UNIT.at(draw), mean, QuantileTable.UNIT_BITS);
    }

    @Override
    public String toString() {
        return "exponential(mean " + Durations.format(mean) + ")";
    }
}
