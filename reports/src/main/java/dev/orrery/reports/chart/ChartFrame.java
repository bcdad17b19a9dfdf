package dev.orrery.reports.chart;

import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.FaultFamily;
import dev.orrery.reports.words.Words;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/**
 * What all charts of a run have in common: the look of axes, titles and legends, the bands of the faults, and the marks
 * of what broke.
 */
record ChartFrame(Result result, ChartStyle style) {
    /** More names than these would cover each other. */
    private static final int MOST_NAMED_FAULTS = 8;

    /** Virtual time in seconds, on which each chart of a run has its bands in the same place. */
    NumberAxis timeAxis() {
        double end = seconds(Math.max(1, result.virtualNanos()));
        NumberAxis axis = new NumberAxis();
        axis.setRange(0, end);
        double step = Math.pow(10, Math.floor(Math.log10(end / 5)));
        while (end / step > 14) {
            step *= end / step > 35 ? 5 : 2;
        }
        DecimalFormat format = new DecimalFormat("0.######### s", DecimalFormatSymbols.getInstance(Locale.ROOT));
        axis.setTickUnit(new NumberTickUnit(step, format));
        return axis;
    }

    /** Lengths of time by their logarithms. */
    static MarkedAxis lengthAxis(long shortest, long longest) {
        int low = (int) Math.floor(log(shortest));
        int high = Math.max(low + 1, (int) Math.ceil(log(longest)));
        SortedMap<Double, String> marks = new TreeMap<>();
        for (int power = low; power <= high; power++) {
            marks.put((double) power, Words.length((long) Math.pow(10, power)));
        }
        return new MarkedAxis(low, high, marks);
    }

    static double log(long nanos) {
        return Math.log10((double) Math.max(1, nanos));
    }

    static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** Dresses a plot, and makes the chart of it. */
    JFreeChart chart(String title, XYPlot plot) {
        plot.setBackgroundPaint(style.ground());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(style.grid());
        plot.setRangeGridlinePaint(style.grid());
        plot.setDomainGridlineStroke(new BasicStroke(1));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        dress(plot.getDomainAxis());
        dress(plot.getRangeAxis());
        JFreeChart chart = new JFreeChart(null, ChartFont.strong(15), plot, true);
        chart.setBackgroundPaint(style.ground());
        chart.setPadding(new RectangleInsets(10, 12, 8, 16));
        chart.setTextAntiAlias(true);
        LegendTitle legend = chart.getLegend();
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(style.ground());
        legend.setFrame(BlockBorder.NONE);
        legend.setItemFont(ChartFont.regular(12));
        legend.setItemPaint(style.ink());
        legend.setPadding(new RectangleInsets(0, 0, 6, 0));
        chart.addSubtitle(0, title(title));
        return chart;
    }

    private TextTitle title(String words) {
        String text = result.scenario() + ": " + words;
        TextTitle title = new TextTitle(text, ChartFont.strong(15, text));
        title.setPaint(style.ink());
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setPadding(new RectangleInsets(0, 4, 6, 0));
        return title;
    }

    private void dress(ValueAxis axis) {
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(ChartFont.regular(11));
        axis.setTickLabelPaint(style.muted());
        axis.setLabelFont(ChartFont.regular(11));
        axis.setLabelPaint(style.muted());
    }

    /** The faults behind a plot over time, the first of them by name, and what broke in front of it. */
    void mark(XYPlot plot) {
        int named = 0;
        for (Result.Fault fault : result.plan()) {
            Long until = fault.until();
            double from = seconds(fault.at());
            double to = until == null ? seconds(result.virtualNanos()) : seconds(until);
            Color color = style.of(FaultFamily.of(fault.kind()));
            IntervalMarker band = new IntervalMarker(from, Math.max(to, from + seconds(result.virtualNanos()) / 800));
            band.setPaint(ChartStyle.faint(color, 38));
            band.setOutlinePaint(null);
            band.setAlpha(1);
            if (named++ < MOST_NAMED_FAULTS) {
                band.setLabel(fault.id());
                name(band, style.muted());
            }
            plot.addDomainMarker(band, Layer.BACKGROUND);
        }
        for (Result.Check check : result.checks()) {
            Long at = check.at();
            if (check.verdict() == Result.Verdict.FAIL && at != null) {
                ValueMarker line = new ValueMarker(seconds(at));
                line.setPaint(style.vermilion());
                line.setStroke(dashes(2, 6, 3));
                line.setLabel("✗ " + check.name());
                name(line, style.vermilion());
                plot.addDomainMarker(line, Layer.FOREGROUND);
            }
        }
    }

    private static void name(Marker marker, Color color) {
        Font font = ChartFont.regular(10);
        marker.setLabelFont(font);
        marker.setLabelPaint(color);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_LEFT);
        marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
        marker.setLabelOffset(new RectangleInsets(2, 3, 2, 3));
    }

    static BasicStroke dashes(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
