package dev.orrery.sim.random;

record UniformKeys(int count) implements KeyDistribution {
    UniformKeys {
        Parameters.atLeast(1, "a count of keys", count);
    }

    @Override
    public int sample(long draw) {
        return (int) FixedPoint.unsignedHigh(draw, count);
    }

    @Override
    public String toString() {
        return "uniform over " + count + " keys";
    }
}
