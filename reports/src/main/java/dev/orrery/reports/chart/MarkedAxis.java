package dev.orrery.reports.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.SortedMap;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * An axis with just these marks, for scales that a chart library would label with odd numbers: logarithms of lengths of
 * time, and percentiles.
 */
final class MarkedAxis extends NumberAxis {
    private static final long serialVersionUID = 1;

    private final transient List<NumberTick> marks;

    /**
     * An axis.
     *
     * @param marks what is written at which number
     */
    MarkedAxis(double low, double high, SortedMap<Double, String> marks) {
        this.marks = marks.entrySet().stream()
                .map(mark ->
                        new NumberTick(mark.getKey(), mark.getValue(), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0))
                .toList();
        setRange(low, high);
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        return marks.stream()
                .map(mark -> new NumberTick(mark.getNumber(), mark.getText(), anchor, TextAnchor.CENTER, 0))
                .toList();
    }
}
