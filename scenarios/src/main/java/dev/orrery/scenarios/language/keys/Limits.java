package dev.orrery.scenarios.language.keys;

import dev.orrery.scenarios.language.ProblemCode;
import dev.orrery.scenarios.language.form.Key;
import dev.orrery.scenarios.language.form.Scope;
import dev.orrery.scenarios.language.form.Values;
import dev.orrery.sim.time.Durations;

/** Bounds of durations that are less than all of time. */
final class Limits {
    private Limits() {}

    /** Reports a length of time, ahead or behind, that is longer than a bound in nanoseconds. */
    static void atMost(Values values, Scope scope, Key<?, Long> key, long most) {
        Long length = values.find(key);
        if (length != null && Math.abs(length) > most) {
            scope.problem(
                    ProblemCode.NOT_A_DURATION,
                    values.at(key),
                    "'" + key + "' is at most " + Durations.format(most) + ", not " + Durations.format(length));
        }
    }

    /** Reports a length of time that is shorter than a bound in nanoseconds. */
    static void atLeast(Values values, Scope scope, Key<?, Long> key, long least) {
        Long length = values.find(key);
        if (length != null && length < least) {
            scope.problem(
                    ProblemCode.NOT_A_DURATION,
                    values.at(key),
                    "'" + key + "' is at least " + Durations.format(least) + ", not " + Durations.format(length));
        }
    }

    /** Reports a time that the run does not reach. */
    static void beforeTheEnd(Values values, Scope scope, Key<?, Long> key) {
        Long time = values.find(key);
        Long end = scope.known(Facts.END).orElse(Long.MAX_VALUE);
        if (time != null && time >= end) {
            scope.problem(
                    ProblemCode.TOO_LATE,
                    values.at(key),
                    Durations.format(time) + " is not before the end of the run, which is at " + Durations.format(end));
        }
    }
}
