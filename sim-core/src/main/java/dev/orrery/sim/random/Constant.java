package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;

record Constant(long value) implements Distribution {
    Constant {
        Parameters.atLeast(0, "a constant", value);
    }

    @Override
    public long sample(long draw) {
        return value;
    }

    @Override
    public long mean() {
        return value;
    }

    @Override
    public String toString() {
        return "constant(" + Durations.format(value) + ")";
    }
}
