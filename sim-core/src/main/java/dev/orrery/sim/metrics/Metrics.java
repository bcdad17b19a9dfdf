package dev.orrery.sim.metrics;

import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * The metrics of one run.
 *
 * <p>A metric is found by its name and a label, such as {@code messages} of {@code AppendEntries}; the label is empty for
 * a metric of the whole run. Ask once and keep what you get: asking costs a search, counting does not.
 */
public final class Metrics {
    /** Latencies from 1 ns to 1 h with three significant digits; longer ones count as an hour. */
    private static final long HIGHEST_NANOS = 3_600_000_000_000L;

    private final SortedMap<Key, Counter> counters = new TreeMap<>();
    private final SortedMap<Key, Gauge> gauges = new TreeMap<>();
    private final SortedMap<Key, Histogram> histograms = new TreeMap<>();

    /** The counter of this name and label, from 0. */
    public Counter counter(String name, String label) {
        return counters.computeIfAbsent(new Key(name, label), key -> new Counter());
    }

    /** The gauge of this name and label, from 0. */
    public Gauge gauge(String name, String label) {
        return gauges.computeIfAbsent(new Key(name, label), key -> new Gauge());
    }

    /**
     * The histogram of this name and label; record nanoseconds through {@link #record}. It takes memory for what was
     * recorded, a few kilobytes, and not for all that could be.
     */
    public Histogram histogram(String name, String label) {
        return histograms.computeIfAbsent(new Key(name, label), key -> new PackedHistogram(HIGHEST_NANOS, 3));
    }

    /**
     * Records a length of time.
     *
     * @param nanos at least 0; what is longer than an hour counts as an hour
     */
    public static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(nanos, HIGHEST_NANOS));
    }

    /** All counters, in order of name and label. */
    public SortedMap<Key, Counter> counters() {
        return counters;
    }

    /** All gauges, in order of name and label. */
    public SortedMap<Key, Gauge> gauges() {
        return gauges;
    }

    /** All histograms, in order of name and label. */
    public SortedMap<Key, Histogram> histograms() {
        return histograms;
    }

    /**
     * What a metric is found by.
     *
     * @param name what is measured
     * @param label of whom or what; empty for the whole run
     */
    public record Key(String name, String label) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : label.compareTo(other.label);
        }
    }
}
