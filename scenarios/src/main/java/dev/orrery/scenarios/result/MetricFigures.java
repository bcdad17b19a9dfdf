package dev.orrery.scenarios.result;

import dev.orrery.sim.metrics.Gauge;
import dev.orrery.sim.metrics.Metrics;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a run counted and measured, in order of name and label.
 *
 * @param counters numbers that only grew
 * @param gauges numbers that changed over virtual time
 * @param histograms lengths of time
 */
public record MetricFigures(List<CounterFigure> counters, List<GaugeFigure> gauges, List<HistogramFigure> histograms) {

    /** Keeps copies of the lists. */
    public MetricFigures {
        counters = List.copyOf(counters);
        gauges = List.copyOf(gauges);
        histograms = List.copyOf(histograms);
    }

    /** A counter at the end of the run. */
    public record CounterFigure(String name, String label, long value) {}

    /**
     * A gauge over the run.
     *
     * @param last the value at the end
     * @param mean over virtual time
     * @param points value {@code points[i][1]} from virtual time {@code points[i][0]} on
     */
    public record GaugeFigure(String name, String label, long last, long max, double mean, List<Point> points) {
        /** Keeps a copy of the list. */
        public GaugeFigure {
            points = List.copyOf(points);
        }
    }

    /** The value of a gauge from a virtual time in nanoseconds on. */
    public record Point(long at, long value) {}

    /** A histogram's figures in nanoseconds, each within a thousandth. */
    public record HistogramFigure(String name, String label, long count, long p50, long p99, long max) {}

    /**
     * Takes the figures.
     *
     * @param at virtual nanoseconds at which the run ended
     */
    public static MetricFigures of(Metrics metrics, long at) {
        List<CounterFigure> counters = new ArrayList<>();
        metrics.counters()
                .forEach((key, counter) -> counters.add(new CounterFigure(key.name(), key.label(), counter.value())));
        List<GaugeFigure> gauges = new ArrayList<>();
        metrics.gauges().forEach((key, gauge) -> gauges.add(figure(key, gauge, at)));
        List<HistogramFigure> histograms = new ArrayList<>();
        metrics.histograms().forEach((key, histogram) -> histograms.add(figure(key, histogram)));
        return new MetricFigures(counters, gauges, histograms);
    }

    private static GaugeFigure figure(Metrics.Key key, Gauge gauge, long at) {
        List<Point> points = new ArrayList<>(gauge.points());
        for (int i = 0; i < gauge.points(); i++) {
            points.add(new Point(gauge.timeOf(i), gauge.valueOf(i)));
        }
        return new GaugeFigure(key.name(), key.label(), gauge.value(), gauge.highest(), gauge.mean(at), points);
    }

    private static HistogramFigure figure(Metrics.Key key, Histogram histogram) {
        return new HistogramFigure(
                key.name(),
                key.label(),
                histogram.getTotalCount(),
                histogram.getValueAtPercentile(50),
                histogram.getValueAtPercentile(99),
                histogram.getMaxValue());
    }
}
