package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.Latencies;
import dev.orrery.reports.series.Windows;
import dev.orrery.reports.words.Words;
import dev.orrery.sim.history.Operation.Outcome;
import java.util.BitSet;

/**
 * The latency of every operation over virtual time: a dot for an answer, a triangle for an unknown outcome, a cross for a
 * failure; and through the dots the median and the 99th percentile of each window.
 *
 * <p>Operations that would be drawn on the same spot are drawn once, so that a hundred thousand fit into a page.
 */
public final class LatencyFigure {
    private static final double TOP = 14;
    private static final double BOTTOM = 264;
    private static final double HEIGHT = BOTTOM + 30;
    private static final int MOST_WINDOWS = 80;

    private final Frame frame;
    private final Latencies latencies;
    private final LengthScale scale;

    private LatencyFigure(Result result, Latencies latencies) {
        this.frame = Frame.of(result);
        this.latencies = latencies;
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        for (Latencies.Point point : latencies.points()) {
            shortest = Math.min(shortest, point.length());
            longest = Math.max(longest, point.length());
        }
        this.scale = LengthScale.over(shortest, longest, BOTTOM, TOP);
    }

    /** Draws a run in which at least one operation completed. */
    public static Markup of(Result result, Latencies latencies) {
        return new LatencyFigure(result, latencies).draw();
    }

    private Markup draw() {
        Markup svg = frame.open(HEIGHT, "The latency of each operation over virtual time");
        frame.bands(svg, TOP, BOTTOM);
        frame.axis(svg, TOP, BOTTOM);
        for (LengthScale.Tick tick : scale.ticks()) {
            String y = number(tick.y());
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    number(frame.time().left()),
                    "y1",
                    y,
                    "x2",
                    number(frame.time().right()),
                    "y2",
                    y);
            svg.element(
                    "text",
                    tick.label(),
                    "class",
                    "tick end",
                    "x",
                    number(frame.time().left() - 8),
                    "y",
                    number(tick.y() + 4));
        }
        marks(svg, "ok", Outcome.OK, "h0");
        marks(svg, "info", Outcome.INFO, "m-3.5 2.5h7l-3.5 -6z");
        marks(svg, "fail", Outcome.FAIL, "m-3 -3l6 6m0 -6l-6 6");
        Windows windows = Windows.over(frame.result().virtualNanos(), MOST_WINDOWS);
        quantile(svg, windows, 0.99, "p99", "99 %");
        quantile(svg, windows, 0.5, "p50", "median");
        frame.violations(svg, TOP, BOTTOM);
        return svg.close();
    }

    private void marks(Markup svg, String style, Outcome outcome, String shape) {
        int width = (int) Frame.WIDTH;
        BitSet drawn = new BitSet(width * (int) HEIGHT);
        StringBuilder path = new StringBuilder();
        for (Latencies.Point point : latencies.points()) {
            if (point.outcome() == outcome) {
                int x = (int) Math.round(frame.time().x(point.at()));
                int y = (int) Math.round(scale.y(point.length()));
                if (!drawn.get(y * width + x)) {
                    drawn.set(y * width + x);
                    path.append('M').append(x).append(' ').append(y).append(shape);
                }
            }
        }
        if (!path.isEmpty()) {
            svg.empty("path", "class", "mark " + style, "d", path.toString()).line();
        }
    }

    private void quantile(Markup svg, Windows windows, double quantile, String style, String name) {
        long[] lengths = latencies.quantile(quantile, windows);
        StringBuilder path = new StringBuilder();
        boolean gap = true;
        for (int i = 0; i < lengths.length; i++) {
            if (lengths[i] == Latencies.NONE) {
                gap = true;
                continue;
            }
            double x = frame.time().x(windows.start(i) + windows.width() / 2);
            path.append(gap ? 'M' : 'L').append(number(x)).append(' ').append(number(scale.y(lengths[i])));
            path.append(gap ? "h0.01" : "");
            gap = false;
        }
        if (!path.isEmpty()) {
            svg.open("g").element("title", name + " of each " + Words.length(windows.width()));
            svg.empty("path", "class", "quantile halo", "d", path.toString());
            svg.empty("path", "class", "quantile " + style, "d", path.toString())
                    .close()
                    .line();
        }
    }
}
