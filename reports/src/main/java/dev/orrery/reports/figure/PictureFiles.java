package dev.orrery.reports.figure;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.series.Latencies;
import dev.orrery.reports.series.Spectrum;
import dev.orrery.reports.series.Throughput;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pictures of a page as files of their own. Each has its style sheet inside, so it is light on a light page and dark
 * on a dark one wherever it is shown as an image.
 */
public final class PictureFiles {
    /** What the page's own style sheet says where there is a page. */
    private static final String ALONE = """
            svg { font-family: system-ui, 'Segoe UI', 'Noto Sans', sans-serif; font-variant-numeric: tabular-nums; }
            .ground { fill: var(--card); }
            """;

    private PictureFiles() {}

    /** Draws every picture there is something to show of: the text by the name of the file. */
    public static SortedMap<String, String> of(Run run) {
        SortedMap<String, String> files = new TreeMap<>();
        Latencies latencies = Latencies.of(run.history());
        List<Spectrum> spectra = Spectrum.of(run.history());
        if (!run.result().system().nodes().isEmpty()) {
            files.put("timeline.svg", standalone(Timeline.of(run.result())));
        }
        if (!latencies.points().isEmpty()) {
            Throughput throughput = Throughput.of(run.history(), run.result().virtualNanos());
            files.put("throughput.svg", standalone(ThroughputFigure.of(run.result(), throughput)));
            files.put("latency.svg", standalone(LatencyFigure.of(run.result(), latencies)));
        }
        if (!spectra.isEmpty()) {
            files.put("percentiles.svg", standalone(SpectrumFigure.of(spectra)));
        }
        return files;
    }

    private static String standalone(Markup picture) {
        String svg = picture.toString();
        int inside = svg.indexOf('>') + 1;
        Markup head = new Markup().style(StyleSheet.text() + ALONE);
        head.empty("rect", "class", "ground", "width", "100%", "height", "100%").line();
        if (!svg.contains("<defs>")) {
            Patterns.define(head);
        }
        return svg.substring(0, inside) + head + svg.substring(inside) + "\n";
    }
}
