package dev.orrery.reports.chart;

import dev.orrery.reports.series.Latencies;
import dev.orrery.reports.series.Windows;
import dev.orrery.sim.history.Operation.Outcome;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The latency of each operation over virtual time, by outcome in colour and shape, with the median and the 99th percentile. */
final class LatencyChart {
    private static final int MOST_WINDOWS = 80;

    private LatencyChart() {}

    /** Of at least one operation that completed. */
    static JFreeChart of(ChartFrame frame, Latencies latencies) {
        long shortest = latencies.points().stream()
                .mapToLong(Latencies.Point::length)
                .min()
                .orElseThrow();
        long longest = latencies.points().stream()
                .mapToLong(Latencies.Point::length)
                .max()
                .orElseThrow();
        XYSeriesCollection marks = new XYSeriesCollection();
        XYLineAndShapeRenderer markRenderer = new XYLineAndShapeRenderer(false, true);
        Color ok = ChartStyle.faint(frame.style().blue(), 110);
        add(marks, markRenderer, "answered", ok, new Ellipse2D.Double(-1.3, -1.3, 2.6, 2.6), latencies, Outcome.OK);
        add(marks, markRenderer, "unknown", frame.style().orange(), triangle(), latencies, Outcome.INFO);
        add(marks, markRenderer, "failed", frame.style().vermilion(), cross(), latencies, Outcome.FAIL);
        markRenderer.setSeriesShapesFilled(0, true);
        markRenderer.setDefaultShapesFilled(false);
        XYPlot plot = new XYPlot(marks, frame.timeAxis(), ChartFrame.lengthAxis(shortest, longest), markRenderer);
        plot.setDataset(1, quantiles(frame, latencies));
        plot.setRenderer(1, quantileRenderer(frame));
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        frame.mark(plot);
        return frame.chart("latency", plot);
    }

    private static void add(
            XYSeriesCollection marks,
            XYLineAndShapeRenderer renderer,
            String name,
            Color color,
            Shape shape,
            Latencies latencies,
            Outcome outcome) {
        XYSeries series = new XYSeries(name, false, true);
        for (Latencies.Point point : latencies.points()) {
            if (point.outcome() == outcome) {
                series.add(ChartFrame.seconds(point.at()), ChartFrame.log(point.length()), false);
            }
        }
        int index = marks.getSeriesCount();
        renderer.setSeriesPaint(index, color);
        renderer.setSeriesShape(index, shape);
        renderer.setSeriesStroke(index, new BasicStroke(1.2f));
        renderer.setSeriesOutlineStroke(index, new BasicStroke(1.2f));
        marks.addSeries(series);
    }

    private static XYSeriesCollection quantiles(ChartFrame frame, Latencies latencies) {
        Windows windows = Windows.over(frame.result().virtualNanos(), MOST_WINDOWS);
        XYSeriesCollection lines = new XYSeriesCollection();
        lines.addSeries(quantile("median", latencies.quantile(0.5, windows), windows));
        lines.addSeries(quantile("99 %", latencies.quantile(0.99, windows), windows));
        return lines;
    }

    private static XYSeries quantile(String name, long[] lengths, Windows windows) {
        XYSeries series = new XYSeries(name, false, true);
        for (int i = 0; i < lengths.length; i++) {
            Double value = lengths[i] == Latencies.NONE ? null : (Double) ChartFrame.log(lengths[i]);
            series.add((Double) ChartFrame.seconds(windows.start(i) + windows.width() / 2), value, false);
        }
        return series;
    }

    private static XYLineAndShapeRenderer quantileRenderer(ChartFrame frame) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, frame.style().ink());
        renderer.setSeriesPaint(1, frame.style().ink());
        renderer.setSeriesStroke(0, new BasicStroke(1.8f));
        renderer.setSeriesStroke(1, ChartFrame.dashes(1.8f, 5, 3.5f));
        renderer.setDrawSeriesLineAsPath(true);
        return renderer;
    }

    private static Shape triangle() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(-3.5, 2.5);
        shape.lineTo(3.5, 2.5);
        shape.lineTo(0, -3.5);
        shape.closePath();
        return shape;
    }

    private static Shape cross() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(-3, -3);
        shape.lineTo(3, 3);
        shape.moveTo(3, -3);
        shape.lineTo(-3, 3);
        return shape;
    }
}
