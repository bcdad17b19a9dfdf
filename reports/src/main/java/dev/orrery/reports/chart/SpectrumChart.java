package dev.orrery.reports.chart;

import dev.orrery.reports.series.Spectrum;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Latency by percentile, a line for each kind of operation, told apart by colour and dashes. */
final class SpectrumChart {
    private static final List<BasicStroke> STROKES = List.of(
            new BasicStroke(2),
            ChartFrame.dashes(2, 7, 3),
            ChartFrame.dashes(2, 2, 3),
            ChartFrame.dashes(2, 9, 3, 2, 3),
            ChartFrame.dashes(2, 12, 4));

    private SpectrumChart() {}

    /** Of at least one. */
    static JFreeChart of(ChartFrame frame, List<Spectrum> spectra) {
        long shortest = spectra.stream().mapToLong(Spectrum::shortest).min().orElseThrow();
        long longest = spectra.stream().mapToLong(Spectrum::longest).max().orElseThrow();
        int most = spectra.stream().mapToInt(Spectrum::count).max().orElseThrow();
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < spectra.size(); i++) {
            XYSeries line = new XYSeries(spectra.get(i).f(), false, true);
            spectra.get(i)
                    .points()
                    .forEach(point -> line.add(Math.log10(point.oneIn()), ChartFrame.log(point.length()), false));
            lines.addSeries(line);
            List<Color> colors = frame.style().lines();
            renderer.setSeriesPaint(i, colors.get(i % colors.size()));
            renderer.setSeriesStroke(i, STROKES.get(i % STROKES.size()));
        }
        XYPlot plot = new XYPlot(lines, percentiles(most), ChartFrame.lengthAxis(shortest, longest), renderer);
        return frame.chart("latency by percentile", plot);
    }

    private static MarkedAxis percentiles(int most) {
        SortedMap<Double, String> marks = new TreeMap<>();
        marks.put(0.0, "0");
        marks.put(Math.log10(2), "50 %");
        marks.put(1.0, "90 %");
        double end = Math.max(1, Math.log10(most));
        String nines = "99";
        for (int power = 2; power <= end; power++) {
            marks.put((double) power, nines + " %");
            nines += power == 2 ? ".9" : "9";
        }
        return new MarkedAxis(0, end, marks);
    }
}
