package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;

record Uniform(long min, long max) implements Distribution {
    Uniform {
        Parameters.atLeast(0, "a minimum", min);
        Parameters.inOrder("a minimum", min, "the maximum", max);
    }

    @Override
    public long sample(long draw) {
        // As an unsigned number, the count of values fits: it is at most 2^63.
        return min + FixedPoint.unsignedHigh(draw, max - min + 1);
    }

    @Override
    public long mean() {
        return min + (max - min) / 2;
    }

    @Override
    public String toString() {
        return "uniform(" + Durations.format(min) + " to " + Durations.format(max) + ")";
    }
}
