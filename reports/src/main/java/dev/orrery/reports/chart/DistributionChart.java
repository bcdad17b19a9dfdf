package dev.orrery.reports.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Cumulative distributions of lengths of time, a line each: how many percent are at most so long. Lengths by their logarithms. */
public final class DistributionChart {
    private static final int HEIGHT = 420;

    private DistributionChart() {}

    /**
     * A picture as PNG.
     *
     * @param title what it shows
     * @param lines by their names, in order: lengths in nanoseconds, at least one in each, in ascending order
     */
    public static byte[] png(String title, Map<String, long[]> lines) {
        long shortest = Long.MAX_VALUE;
        long longest = 1;
        XYSeriesCollection data = new XYSeriesCollection();
        XYStepRenderer renderer = new XYStepRenderer();
        ChartStyle style = ChartStyle.LIGHT;
        List<Color> colors =
                List.of(style.ink(), style.vermilion(), style.orange(), style.green(), style.sky(), style.blue());
        for (Map.Entry<String, long[]> line : lines.entrySet()) {
            long[] lengths = line.getValue();
            shortest = Math.min(shortest, lengths[0]);
            longest = Math.max(longest, lengths[lengths.length - 1]);
            int index = data.getSeriesCount();
            renderer.setSeriesPaint(index, colors.get(index % colors.size()));
            renderer.setSeriesStroke(index, new BasicStroke(1.8f));
            data.addSeries(series(line.getKey(), lengths));
        }
        NumberAxis percent = new NumberAxis("%");
        percent.setRange(0, 100);
        XYPlot plot = new XYPlot(data, ChartFrame.lengthAxis(shortest, longest), percent, renderer);
        plot.setBackgroundPaint(style.ground());
        plot.setDomainGridlinePaint(style.grid());
        plot.setRangeGridlinePaint(style.grid());
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, ChartFont.strong(15), plot, true);
        chart.setBackgroundPaint(style.ground());
        LegendTitle legend = chart.getLegend();
        legend.setPosition(RectangleEdge.TOP);
        legend.setItemFont(ChartFont.regular(12));
        chart.addSubtitle(0, new TextTitle(title, ChartFont.strong(15, title)));
        return ChartFiles.png(chart, HEIGHT);
    }

    private static XYSeries series(String name, long[] lengths) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < lengths.length; i++) {
            series.add(ChartFrame.log(lengths[i]), 100.0 * (i + 1) / lengths.length, false);
        }
        return series;
    }
}
