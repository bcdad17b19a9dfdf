package dev.orrery.scenarios;

import dev.orrery.sim.fault.Trigger.Comparison;
import java.math.BigDecimal;

/**
 * A bound that a run must keep, such as {@code op-latency.p99 < 500ms}.
 *
 * @param name what is measured, as the scenario writes it
 * @param measure what is measured
 * @param f for a latency: the operation, or {@link #ALL_OPERATIONS}
 * @param comparison how the measured value must compare to the limit
 * @param limit in the measure's unit
 * @param limitText the limit as the scenario writes it
 */
public record Threshold(
        String name, Measure measure, String f, Comparison comparison, BigDecimal limit, String limitText) {

    /** The latencies of all operations together. */
    public static final String ALL_OPERATIONS = "op";

    /** What a limit counts. */
    public enum Unit {
        /** A length of time, in nanoseconds. */
        NANOSECONDS,
        /** How often something happens in a second of virtual time. */
        PER_SECOND,
        /** A share of all operations, from 0 to 100. */
        PERCENT
    }

    /** What can be measured. A latency counts from the time at which the client meant to ask, for answered operations. */
    public enum Measure {
        P50("p50", Unit.NANOSECONDS),
        P90("p90", Unit.NANOSECONDS),
        P99("p99", Unit.NANOSECONDS),
        P999("p999", Unit.NANOSECONDS),
        MAX("max", Unit.NANOSECONDS),
        MEAN("mean", Unit.NANOSECONDS),
        /** The longest stretch of time in which clients asked and nobody was answered. */
        UNAVAILABLE("unavailable", Unit.NANOSECONDS),
        /** Answered operations in each second of the run. */
        THROUGHPUT("throughput", Unit.PER_SECOND),
        /** Operations that certainly took no effect. */
        FAILED("failed", Unit.PERCENT),
        /** Operations of which nobody knows whether they took effect. */
        UNKNOWN("unknown", Unit.PERCENT);

        private final String word;
        private final Unit unit;

        Measure(String word, Unit unit) {
            this.word = word;
            this.unit = unit;
        }

        /** As scenarios write it. */
        public String word() {
            return word;
        }

        /** What its limit counts. */
        public Unit unit() {
            return unit;
        }

        /** Whether it is one of the latencies, of which each operation has its own. */
        public boolean isLatency() {
            return switch (this) {
                case P50, P90, P99, P999, MAX, MEAN -> true;
                case UNAVAILABLE, THROUGHPUT, FAILED, UNKNOWN -> false;
            };
        }
    }

    /** Whether a measured value, in the measure's unit, keeps the bound. */
    public boolean holds(BigDecimal measured) {
        int order = measured.compareTo(limit);
        return switch (comparison) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
        };
    }

    /** Comparison and limit, as the scenario writes them: {@code < 500ms}. */
    public String bound() {
        return comparison.sign() + " " + limitText;
    }
}
