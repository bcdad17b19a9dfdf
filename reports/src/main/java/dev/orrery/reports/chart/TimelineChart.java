package dev.orrery.reports.chart;

import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.FaultFamily;
import dev.orrery.reports.series.Lane;
import dev.orrery.reports.series.Lane.Segment;
import dev.orrery.reports.series.RoleRank;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;

/** The lanes of the nodes with their roles, the higher the role the higher the bar, and the faults that hit them. */
final class TimelineChart {
    private TimelineChart() {}

    /** Of at least one node. */
    static JFreeChart of(ChartFrame frame, List<Lane> lanes) {
        SortedMap<String, XYIntervalSeries> byRole = new TreeMap<>();
        for (int i = 0; i < lanes.size(); i++) {
            for (Segment segment : lanes.get(i).segments()) {
                if (!segment.role().isEmpty()) {
                    double half = RoleRank.of(segment.role()).height() / 2;
                    double from = ChartFrame.seconds(segment.from());
                    double until = ChartFrame.seconds(segment.until());
                    byRole.computeIfAbsent(segment.role(), role -> new XYIntervalSeries(role, false, true))
                            .add(from, from, until, i, i - half, i + half);
                }
            }
        }
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new XYBarRenderer();
        byRole.forEach((role, series) -> {
            renderer.setSeriesPaint(bars.getSeriesCount(), paint(frame.style(), role));
            bars.addSeries(series);
        });
        renderer.setUseYInterval(true);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        XYPlot plot = new XYPlot(bars, frame.timeAxis(), nodeAxis(lanes), renderer);
        plot.setRangeGridlinesVisible(false);
        faults(frame, lanes, plot);
        terms(frame, lanes, plot);
        frame.mark(plot);
        return frame.chart("roles and terms", plot);
    }

    private static Paint paint(ChartStyle style, String role) {
        return switch (RoleRank.of(role)) {
            case FIRST -> style.blue();
            case CONTENDING -> style.orange();
            case ASKING -> style.mild(style.orange());
            case DOWN -> Hatch.diagonal(style.vermilion());
            case OTHER, STARTING, UNKNOWN -> style.rest();
        };
    }

    private static NumberAxis nodeAxis(List<Lane> lanes) {
        TreeMap<Double, String> marks = new TreeMap<>();
        int each = 1 + lanes.size() / 40;
        for (int i = 0; i < lanes.size(); i += each) {
            marks.put((double) i, lanes.get(i).node());
        }
        // Above the first lane stand the names of the faults.
        MarkedAxis axis = new MarkedAxis(-1.1, lanes.size() - 0.4, marks);
        axis.setInverted(true);
        return axis;
    }

    private static void faults(ChartFrame frame, List<Lane> lanes, XYPlot plot) {
        for (Result.Fault fault : frame.result().plan()) {
            if (!Lane.stops(fault)) {
                Color color = frame.style().of(FaultFamily.of(fault.kind()));
                Long until = fault.until();
                double from = ChartFrame.seconds(fault.at());
                double to = ChartFrame.seconds(until == null ? frame.result().virtualNanos() : until);
                for (int i = 0; i < lanes.size(); i++) {
                    if (fault.nodes().contains(lanes.get(i).node())) {
                        plot.addAnnotation(new XYBoxAnnotation(
                                from, i + 0.48, to, i - 0.48, new BasicStroke(1), color, ChartStyle.faint(color, 50)));
                    }
                }
            }
        }
    }

    private static void terms(ChartFrame frame, List<Lane> lanes, XYPlot plot) {
        double narrowest = ChartFrame.seconds(frame.result().virtualNanos()) / 60;
        for (int i = 0; i < lanes.size() && lanes.size() <= 15; i++) {
            for (Segment segment : lanes.get(i).segments()) {
                double from = ChartFrame.seconds(segment.from());
                double until = ChartFrame.seconds(segment.until());
                if (segment.term() != null
                        && RoleRank.of(segment.role()) == RoleRank.FIRST
                        && until - from > narrowest) {
                    XYTextAnnotation term = new XYTextAnnotation("" + segment.term(), (from + until) / 2, i);
                    term.setFont(ChartFont.strong(11));
                    term.setPaint(frame.style().ground());
                    term.setTextAnchor(TextAnchor.CENTER);
                    plot.addAnnotation(term);
                }
            }
        }
    }
}
