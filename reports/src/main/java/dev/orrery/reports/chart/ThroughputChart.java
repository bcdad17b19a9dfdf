package dev.orrery.reports.chart;

import dev.orrery.reports.series.Throughput;
import dev.orrery.reports.series.Throughput.Counts;
import java.awt.Paint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** Operations a second over virtual time, stacked by how they completed: plain, hatched and crossed. */
final class ThroughputChart {
    private ThroughputChart() {}

    static JFreeChart of(ChartFrame frame, Throughput throughput) {
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new XYBarRenderer();
        int[] below = new int[throughput.windows().count()];
        add(bars, renderer, "answered", frame.style().mild(frame.style().blue()), throughput, below, Counts::ok);
        add(bars, renderer, "unknown", Hatch.diagonal(frame.style().orange()), throughput, below, Counts::info);
        add(bars, renderer, "failed", Hatch.crossed(frame.style().vermilion()), throughput, below, Counts::fail);
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        NumberAxis rate = new NumberAxis("operations a second");
        rate.setNumberFormatOverride(new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        rate.setUpperMargin(0.12);
        rate.setAutoRangeMinimumSize(1);
        XYPlot plot = new XYPlot(bars, frame.timeAxis(), rate, renderer);
        frame.mark(plot);
        return frame.chart("throughput", plot);
    }

    /** Adds what lies on top of what was added before. */
    private static void add(
            XYIntervalSeriesCollection bars,
            XYBarRenderer renderer,
            String name,
            Paint paint,
            Throughput throughput,
            int[] below,
            ToIntFunction<Counts> part) {
        XYIntervalSeries series = new XYIntervalSeries(name, false, true);
        for (int i = 0; i < below.length; i++) {
            int count = part.applyAsInt(throughput.counts().get(i));
            if (count > 0) {
                double from = ChartFrame.seconds(throughput.windows().start(i));
                double until = ChartFrame.seconds(throughput.windows().start(i + 1));
                double low = throughput.windows().perSecond(below[i]);
                below[i] += count;
                double high = throughput.windows().perSecond(below[i]);
                series.add((from + until) / 2, from, until, high, low, high);
            }
        }
        renderer.setSeriesPaint(bars.getSeriesCount(), paint);
        bars.addSeries(series);
    }
}
