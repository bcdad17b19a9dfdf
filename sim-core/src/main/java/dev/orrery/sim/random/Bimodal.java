package dev.orrery.sim.random;

import dev.orrery.sim.time.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;

record Bimodal(long fast, long slow, Probability slowShare) implements Distribution {
    Bimodal {
        Parameters.atLeast(0, "a fast value", fast);
        Parameters.inOrder("a fast value", fast, "the slow one", slow);
    }

    @Override
    public long sample(long draw) {
        // Probabilities hit low draws, and here the high ones are the slow ones.
        return slowShare.test(~draw) ? slow : fast;
    }

    @Override
    public long mean() {
        BigDecimal slower =
                BigDecimal.valueOf(slow - fast).multiply(slowShare.inPercent()).movePointLeft(2);
        return fast + slower.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    @Override
    public String toString() {
        return "bimodal(" + Durations.format(fast) + ", " + slowShare + " " + Durations.format(slow) + ")";
    }
}
