package dev.orrery.scenarios.run;

import dev.orrery.scenarios.Threshold;
import dev.orrery.scenarios.result.LatencyFigures;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.sim.check.Unavailability;
import dev.orrery.sim.history.History;
import dev.orrery.sim.time.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Measures what a scenario sets limits to. */
final class Limits {
    private static final long SECOND = 1_000_000_000;
    private static final int DECIMALS = 2;

    private final History history;
    private final OperationCounts operations;
    private final List<LatencyFigures> latencies;
    private final long endedAt;

    /**
     * Measures a run.
     *
     * @param endedAt virtual nanoseconds at which it ended
     */
    Limits(History history, OperationCounts operations, List<LatencyFigures> latencies, long endedAt) {
        this.history = history;
        this.operations = operations;
        this.latencies = latencies;
        this.endedAt = endedAt;
    }

    /** Holds a limit against what was measured; where there was nothing to measure nobody knows. */
    RunResult.Threshold judge(Threshold threshold) {
        Optional<BigDecimal> measured = measure(threshold);
        return new RunResult.Threshold(
                threshold.name(),
                threshold.bound(),
                measured.map(value -> text(threshold.measure().unit(), value)).orElse("nothing to measure"),
                measured.map(value -> threshold.holds(value) ? Verdict.PASS : Verdict.FAIL)
                        .orElse(Verdict.INCONCLUSIVE));
    }

    private Optional<BigDecimal> measure(Threshold threshold) {
        return switch (threshold.measure()) {
            case P50 -> latency(threshold).map(figures -> BigDecimal.valueOf(figures.p50()));
            case P90 -> latency(threshold).map(figures -> BigDecimal.valueOf(figures.p90()));
            case P99 -> latency(threshold).map(figures -> BigDecimal.valueOf(figures.p99()));
            case P999 -> latency(threshold).map(figures -> BigDecimal.valueOf(figures.p999()));
            case MAX -> latency(threshold).map(figures -> BigDecimal.valueOf(figures.max()));
            case MEAN -> latency(threshold).map(figures -> BigDecimal.valueOf(figures.mean()));
            case UNAVAILABLE -> Optional.of(BigDecimal.valueOf(Unavailability.longest(history, 0, endedAt)));
            case THROUGHPUT -> ratio(operations.ok(), SECOND, endedAt);
            case FAILED -> ratio(operations.fail(), 100, operations.all());
            case UNKNOWN -> ratio(operations.info() + operations.open(), 100, operations.all());
        };
    }

    private Optional<LatencyFigures> latency(Threshold threshold) {
        String f = threshold.f().equals(Threshold.ALL_OPERATIONS) ? LatencyFigures.ALL : threshold.f();
        return latencies.stream().filter(figures -> figures.f().equals(f)).findFirst();
    }

    private static Optional<BigDecimal> ratio(long part, long scale, long whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(scale))
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP));
    }

    private static String text(Threshold.Unit unit, BigDecimal value) {
        return switch (unit) {
            case NANOSECONDS -> Durations.format(value.longValueExact());
            case PER_SECOND -> value.stripTrailingZeros().toPlainString() + "/s";
            case PERCENT -> value.stripTrailingZeros().toPlainString() + "%";
        };
    }
}
