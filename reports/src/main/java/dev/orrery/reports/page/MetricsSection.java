package dev.orrery.reports.page;

import dev.orrery.reports.figure.Sparkline;
import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the system measured about itself, folded away. */
final class MetricsSection {
    private MetricsSection() {}

    static void write(Markup page, Run run) {
        Result.Metrics metrics = run.result().metrics();
        int all = metrics.counters().size()
                + metrics.gauges().size()
                + metrics.histograms().size();
        if (all == 0) {
            return;
        }
        Section.open(page, "metrics", "Metrics");
        page.open("details")
                .element("summary", Words.count(all, "metric") + " of the system")
                .line();
        gauges(page, run.result());
        counters(page, metrics);
        histograms(page, metrics);
        page.close().close().line();
    }

    private static void gauges(Markup page, Result result) {
        if (result.metrics().gauges().isEmpty()) {
            return;
        }
        Section.openTable(page, "Over time", "", "", "Last#", "Highest#", "Mean#");
        for (Result.Gauge gauge : result.metrics().gauges()) {
            page.open("tr");
            Section.name(page, gauge.name());
            Section.cell(page, gauge.label());
            page.open("td")
                    .append(Sparkline.of(gauge.points(), result.virtualNanos()))
                    .close();
            Section.number(page, Words.count(gauge.last()));
            Section.number(page, Words.count(gauge.max()));
            Section.number(page, Words.number(gauge.mean()));
            page.close().line();
        }
        Section.closeTable(page);
    }

    /** A row for each name, with what it counts of whom. */
    private static void counters(Markup page, Result.Metrics metrics) {
        if (metrics.counters().isEmpty()) {
            return;
        }
        Section.openTable(page, "Counted", "All#", "Each");
        SortedMap<String, List<Result.Counter>> byName = metrics.counters().stream()
                .collect(Collectors.groupingBy(Result.Counter::name, TreeMap::new, Collectors.toList()));
        byName.forEach((name, counters) -> {
            page.open("tr");
            Section.name(page, name);
            Section.number(
                    page,
                    Words.count(
                            counters.stream().mapToLong(Result.Counter::value).sum()));
            Section.cell(
                    page,
                    counters.stream()
                            .filter(counter -> !counter.label().isEmpty())
                            .map(counter -> counter.label() + "\u00A0" + Words.count(counter.value()))
                            .collect(Collectors.joining(", ")));
            page.close().line();
        });
        Section.closeTable(page);
    }

    private static void histograms(Markup page, Result.Metrics metrics) {
        if (metrics.histograms().isEmpty()) {
            return;
        }
        Section.openTable(page, "Lengths of time", "", "Count#", "Median#", "99 %#", "Most#");
        for (Result.Histogram histogram : metrics.histograms()) {
            page.open("tr");
            Section.name(page, histogram.name());
            Section.cell(page, histogram.label());
            Section.number(page, Words.count(histogram.count()));
            Section.number(page, Words.length(histogram.p50()));
            Section.number(page, Words.length(histogram.p99()));
            Section.number(page, Words.length(histogram.max()));
            page.close().line();
        }
        Section.closeTable(page);
    }
}
