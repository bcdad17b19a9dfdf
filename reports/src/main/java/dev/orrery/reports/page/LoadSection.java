package dev.orrery.reports.page;

import dev.orrery.reports.figure.LatencyFigure;
import dev.orrery.reports.figure.SpectrumFigure;
import dev.orrery.reports.figure.ThroughputFigure;
import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.series.Latencies;
import dev.orrery.reports.series.Spectrum;
import dev.orrery.reports.series.Throughput;
import dev.orrery.reports.words.Words;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.List;

/** What the clients saw: how much, how quickly, and how much of it went wrong. */
final class LoadSection {
    private LoadSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        Latencies latencies = Latencies.of(run.history());
        Section.open(page, "load", "Throughput and latency");
        if (latencies.points().isEmpty()) {
            Section.note(page, "No operation completed, so there is nothing to draw.");
        } else {
            Throughput throughput = Throughput.of(run.history(), result.virtualNanos());
            page.element("h3", "Operations a second, by how they completed");
            Section.figure(page, ThroughputFigure.of(result, throughput));
            legend(page, run, "area ");
            page.element("h3", "Latency of each operation");
            Section.figure(page, LatencyFigure.of(result, latencies));
            legend(page, run, "mark ");
            Section.note(
                    page,
                    "Latency counts from when a client meant to ask. The lines are the median and the 99th percentile of"
                            + " what was answered.");
        }
        List<Spectrum> spectra = Spectrum.of(run.history());
        if (!spectra.isEmpty() || !result.latency().isEmpty()) {
            page.element("h3", "Latency by percentile");
            page.open("div", "class", "beside").line();
            if (!spectra.isEmpty()) {
                Section.figure(page, SpectrumFigure.of(spectra));
            }
            percentiles(page, result);
            page.close().line();
        }
        page.close().line();
    }

    private static void legend(Markup page, Run run, String form) {
        page.open("p", "class", "legend");
        legend(page, run, Outcome.OK, form + "ok", "answered");
        legend(page, run, Outcome.INFO, form + "info", "unknown");
        legend(page, run, Outcome.FAIL, form + "fail", "failed");
        if (form.startsWith("mark")) {
            Section.legend(page, "quantile p50", "median");
            Section.legend(page, "quantile p99", "99 %");
        }
        TimelineSection.faultLegend(page, run.result());
        page.close().line();
    }

    private static void legend(Markup page, Run run, Outcome outcome, String style, String words) {
        if (run.history().count(outcome) > 0) {
            Section.legend(page, style, words);
        }
    }

    private static void percentiles(Markup page, Result result) {
        if (result.latency().isEmpty()) {
            return;
        }
        Section.openTable(page, "", "Count#", "Median#", "90 %#", "99 %#", "99.9 %#", "Most#", "Mean#");
        for (Result.Latency latency : result.latency()) {
            page.open("tr");
            Section.name(page, latency.f());
            Section.number(page, Words.count(latency.count()));
            Section.number(page, Words.length(latency.p50()));
            Section.number(page, Words.length(latency.p90()));
            Section.number(page, Words.length(latency.p99()));
            Section.number(page, Words.length(latency.p999()));
            Section.number(page, Words.length(latency.max()));
            Section.number(page, Words.length(Math.round(latency.mean())));
            page.close().line();
        }
        Section.closeTable(page);
    }
}
