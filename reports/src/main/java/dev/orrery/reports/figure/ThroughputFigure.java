package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.Throughput;
import dev.orrery.reports.words.Words;
import java.util.function.ToIntFunction;

/** Operations a second over virtual time, stacked by how they completed: plain, hatched and crossed. */
public final class ThroughputFigure {
    private static final double TOP = 14;
    private static final double BOTTOM = 184;
    private static final double HEIGHT = BOTTOM + 30;

    private final Frame frame;
    private final Throughput throughput;
    private final double highest;
    private final double step;

    private ThroughputFigure(Result result, Throughput throughput) {
        this.frame = Frame.of(result);
        this.throughput = throughput;
        double most = throughput.windows().perSecond(throughput.highest());
        this.step = step(most);
        this.highest = Math.max(step, StrictMath.ceil(most / step) * step);
    }

    /** Draws a run. */
    public static Markup of(Result result, Throughput throughput) {
        return new ThroughputFigure(result, throughput).draw();
    }

    /** A round number that goes three to six times into the highest. */
    private static double step(double most) {
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(Math.max(1e-6, most / 3))));
        for (double digit : new double[] {5, 2, 1}) {
            if (most / (digit * power) >= 3) {
                return digit * power;
            }
        }
        return power;
    }

    private Markup draw() {
        Markup svg = frame.open(HEIGHT, "Operations a second over virtual time, by how they completed");
        frame.bands(svg, TOP, BOTTOM);
        frame.axis(svg, TOP, BOTTOM);
        for (double value = 0; value <= highest + step / 2; value += step) {
            double y = height(value);
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    number(frame.time().left()),
                    "y1",
                    number(y),
                    "x2",
                    number(frame.time().right()),
                    "y2",
                    number(y));
            svg.element(
                    "text",
                    Words.number(value),
                    "class",
                    "tick end",
                    "x",
                    number(frame.time().left() - 8),
                    "y",
                    number(y + 4));
        }
        int[] below = new int[throughput.windows().count()];
        area(svg, "ok", "answered", below, Throughput.Counts::ok);
        area(svg, "info", "unknown", below, Throughput.Counts::info);
        area(svg, "fail", "failed", below, Throughput.Counts::fail);
        frame.violations(svg, TOP, BOTTOM);
        return svg.close();
    }

    /** Draws what lies on top of what was drawn before, and adds it to that; nothing where there is nothing of it. */
    private void area(Markup svg, String style, String word, int[] below, ToIntFunction<Throughput.Counts> part) {
        StringBuilder areas = new StringBuilder();
        StringBuilder edges = new StringBuilder();
        int end;
        for (int i = 0; i < below.length; i = end) {
            end = i;
            StringBuilder upper = new StringBuilder();
            StringBuilder lower = new StringBuilder();
            while (end < below.length && part.applyAsInt(throughput.counts().get(end)) > 0) {
                int count = below[end] + part.applyAsInt(throughput.counts().get(end));
                upper.append(end == i ? "M" : "L")
                        .append(x(end))
                        .append(' ')
                        .append(y(count))
                        .append('H')
                        .append(x(end + 1));
                lower.insert(0, "L" + x(end + 1) + " " + y(below[end]) + "H" + x(end));
                below[end++] = count;
            }
            edges.append(upper);
            areas.append(upper).append(lower).append(upper.isEmpty() ? "" : "Z");
            end = Math.max(end, i + 1);
        }
        if (!edges.isEmpty()) {
            svg.open("g").element("title", word);
            svg.empty("path", "class", "area " + style, "d", areas.toString());
            svg.empty("path", "class", "edge " + style, "d", edges.toString())
                    .close()
                    .line();
        }
    }

    private String x(int window) {
        return number(frame.time().x(throughput.windows().start(window)));
    }

    private String y(int inWindow) {
        return number(height(throughput.windows().perSecond(inWindow)));
    }

    private double height(double perSecond) {
        return BOTTOM - (BOTTOM - TOP) * perSecond / highest;
    }
}
