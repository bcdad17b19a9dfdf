package dev.orrery.reports.chart;

import dev.orrery.reports.run.Run;
import dev.orrery.reports.series.Lane;
import dev.orrery.reports.series.Latencies;
import dev.orrery.reports.series.Spectrum;
import dev.orrery.reports.series.Throughput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;

/** All charts of a run as PNG. A chart of which there is nothing to show is not made. */
public final class ChartFiles {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 380;

    /** Twice the pixels, for screens that have them. */
    private static final int SCALE = 2;

    private ChartFiles() {}

    /** Draws every chart in every style: the bytes by the name of the file. */
    public static SortedMap<String, byte[]> of(Run run) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        List<Lane> lanes = Lane.of(run.result());
        Latencies latencies = Latencies.of(run.history());
        Throughput throughput = Throughput.of(run.history(), run.result().virtualNanos());
        List<Spectrum> spectra = Spectrum.of(run.history());
        for (ChartStyle style : List.of(ChartStyle.LIGHT, ChartStyle.DARK)) {
            ChartFrame frame = new ChartFrame(run.result(), style);
            if (!lanes.isEmpty()) {
                int height = Math.max(220, Math.min(900, 130 + 34 * lanes.size()));
                files.put("timeline" + style.suffix() + ".png", png(TimelineChart.of(frame, lanes), height));
            }
            if (!latencies.points().isEmpty()) {
                files.put("throughput" + style.suffix() + ".png", png(ThroughputChart.of(frame, throughput), HEIGHT));
                files.put("latency" + style.suffix() + ".png", png(LatencyChart.of(frame, latencies), HEIGHT));
            }
            if (!spectra.isEmpty()) {
                files.put("percentiles" + style.suffix() + ".png", png(SpectrumChart.of(frame, spectra), HEIGHT));
            }
        }
        return files;
    }

    static byte[] png(JFreeChart chart, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ChartUtils.writeScaledChartAsPNG(out, chart, WIDTH, height, SCALE, SCALE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
