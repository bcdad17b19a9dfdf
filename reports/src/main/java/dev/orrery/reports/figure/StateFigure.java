package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.StateLine;
import dev.orrery.reports.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One number of the nodes' state over virtual time, a line for each node. Who falls behind leaves the others; its name
 * stands at the end of its line.
 */
public final class StateFigure {
    private static final double TOP = 12;
    private static final double BOTTOM = 132;
    private static final double HEIGHT = BOTTOM + 28;

    /** How many lines can be told apart, and how many names have room. */
    private static final int STYLES = 5;

    private static final int MOST_NAMES = 10;
    private static final double NAME_HEIGHT = 12;

    private final Frame frame;
    private final List<StateLine> lines;
    private final long lowest;
    private final long highest;

    private StateFigure(Result result, List<StateLine> lines) {
        this.frame = Frame.of(result);
        this.lines = lines;
        this.lowest = Math.min(0, values().min().orElse(0));
        this.highest = Math.max(lowest + 1, values().max().orElse(1));
    }

    private LongStream values() {
        return lines.stream().flatMapToLong(line -> line.points().stream().mapToLong(StateLine.Point::value));
    }

    /**
     * Draws one number.
     *
     * @param name what it is
     * @param lines at least one
     */
    public static Markup of(Result result, String name, List<StateLine> lines) {
        return new StateFigure(result, lines).draw(name);
    }

    private Markup draw(String name) {
        Markup svg = frame.open(HEIGHT, "The " + name + " of each node over virtual time");
        frame.bands(svg, TOP, BOTTOM);
        frame.axis(svg, TOP, BOTTOM);
        for (long value : new long[] {lowest, highest}) {
            svg.empty(
                    "line",
                    "class",
                    "grid",
                    "x1",
                    number(frame.time().left()),
                    "y1",
                    number(y(value)),
                    "x2",
                    number(frame.time().right()),
                    "y2",
                    number(y(value)));
            svg.element(
                    "text",
                    Words.count(value),
                    "class",
                    "tick end",
                    "x",
                    number(frame.time().left() - 8),
                    "y",
                    number(y(value) + 4));
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            line(svg, lines.get(i), "line" + i % STYLES);
        }
        if (lines.size() <= MOST_NAMES) {
            names(svg);
        }
        frame.violations(svg, TOP, BOTTOM);
        return svg.close();
    }

    private void line(Markup svg, StateLine line, String style) {
        StringBuilder path = new StringBuilder();
        long x = Long.MIN_VALUE;
        long y = Long.MIN_VALUE;
        for (StateLine.Point point : line.points()) {
            long nextX = Math.round(frame.time().x(point.at()) * 2);
            long nextY = Math.round(y(point.value()) * 2);
            if (path.isEmpty()) {
                path.append('M').append(number(nextX / 2.0)).append(' ').append(number(nextY / 2.0));
            } else if (nextX != x || nextY != y) {
                path.append('H').append(number(nextX / 2.0)).append('V').append(number(nextY / 2.0));
            }
            x = nextX;
            y = nextY;
        }
        path.append('H').append(number(frame.time().right()));
        svg.open("g").element("title", line.node() + ", at last " + Words.count(last(line)));
        svg.empty("path", "class", "curve thin " + style, "d", path.toString())
                .close()
                .line();
    }

    /** The highest first, each below the one before, and none below the axis. */
    private void names(Markup svg) {
        List<StateLine> fromAbove = lines.stream()
                .sorted(Comparator.comparingLong(StateFigure::last).reversed())
                .toList();
        double next = TOP;
        for (int i = 0; i < fromAbove.size(); i++) {
            StateLine line = fromAbove.get(i);
            double roomBelow = (fromAbove.size() - 1 - i) * NAME_HEIGHT;
            double y = Math.max(next, Math.min(y(last(line)) + 4, BOTTOM + 4 - roomBelow));
            svg.element(
                    "text",
                    line.node(),
                    "class",
                    "line-name line" + lines.indexOf(line) % STYLES,
                    "x",
                    number(frame.time().right() + 5),
                    "y",
                    number(y));
            next = y + NAME_HEIGHT;
        }
    }

    private static long last(StateLine line) {
        return line.points().get(line.points().size() - 1).value();
    }

    private double y(long value) {
        return BOTTOM - (BOTTOM - TOP) * (value - lowest) / (highest - lowest);
    }
}
