package dev.orrery.scenarios.result;

import dev.orrery.sim.check.CheckResult;
import java.util.Locale;

/** How a check, or the run as a whole, came out. */
public enum Verdict {
    /** What was checked held. */
    PASS,
    /** Something was violated. */
    FAIL,
    /** Nobody knows: there was nothing to judge, or the search for an answer was given up. */
    INCONCLUSIVE;

    /** The verdict that a check's outcome stands for. */
    public static Verdict of(CheckResult.Outcome outcome) {
        return switch (outcome) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }

    /** As results write it: {@code pass}, {@code fail} or {@code inconclusive}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
