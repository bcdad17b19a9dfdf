package dev.orrery.scenarios.cli;

import dev.orrery.sim.schedule.Schedule.Pct;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** What probabilistic concurrency testing promises of one run, in words. */
final class PctBound {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private PctBound() {}

    /** One sentence with the bound 1/(n·k^(d-1)) and what n, k and d were. */
    static String sentence(Pct pct, long chains) {
        BigInteger runs = BigInteger.valueOf(Math.max(1, chains))
                .multiply(BigInteger.valueOf(pct.events()).pow(pct.depth() - 1));
        return "pct finds a bug of depth " + pct.depth() + " in one of " + brief(runs) + " runs or more often: n·k^"
                + (pct.depth() - 1) + ", n = " + Figures.count(chains, "chain") + ", k = "
                + Figures.count(pct.events(), "event");
    }

    private static String brief(BigInteger number) {
        return number.bitLength() < 34
                ? Figures.count(number.longValueExact())
                : new BigDecimal(number).round(TWO_DIGITS).toString().replace("E+", "e");
    }
}
