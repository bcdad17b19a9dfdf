package dev.orrery.scenarios.study;

import java.util.List;

/**
 * What a study has found.
 *
 * @param settings what was set for all lines, a sentence each
 * @param columns the table's head
 * @param rows the table's lines, each with as many cells as the head
 * @param samples what was measured, line by line; empty if the table says it all
 * @param unit what a sample is, with its unit, such as {@code time without leader in ms}
 */
public record Study(
        List<String> settings, List<String> columns, List<List<String>> rows, List<Samples> samples, String unit) {
    /** Keeps copies. */
    public Study {
        settings = List.copyOf(settings);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        samples = List.copyOf(samples);
    }

    /**
     * The samples of one line.
     *
     * @param name of the line
     * @param values in ascending order
     */
    public record Samples(String name, List<Double> values) {
        /** Keeps a copy. */
        public Samples {
            values = List.copyOf(values);
        }
    }

    /** All samples, one a row, as comma-separated values. */
    public String csv() {
        StringBuilder csv = new StringBuilder("line," + unit + "\n");
        for (Samples line : samples) {
            for (double value : line.values()) {
                csv.append(line.name()).append(',').append(value).append('\n');
            }
        }
        return csv.toString();
    }
}
