package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import java.util.List;

/** A number over virtual time, as high as a line of text. */
public final class Sparkline {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 24;

    private Sparkline() {}

    /**
     * Draws a number that keeps each value until the next.
     *
     * @param points pairs of time, in nanoseconds, and value
     * @param end the end of the run
     */
    public static Markup of(List<long[]> points, long end) {
        long highest = points.stream().mapToLong(point -> point[1]).max().orElse(0);
        Markup svg = new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "figure spark",
                        "viewBox",
                        "0 0 " + number(WIDTH) + " " + number(HEIGHT),
                        "aria-hidden",
                        "true");
        TimeScale time = new TimeScale(0, end, 0, WIDTH);
        StringBuilder path = new StringBuilder("M0 ").append(number(y(0, highest)));
        for (long[] point : points) {
            path.append('H').append(number(time.x(point[0])));
            path.append('V').append(number(y(point[1], highest)));
        }
        path.append('H').append(number(WIDTH));
        svg.empty("path", "class", "spark", "d", path.toString());
        return svg.close();
    }

    private static double y(long value, long highest) {
        return HEIGHT - 2 - (HEIGHT - 4) * Math.max(0, value) / Math.max(1, highest);
    }
}
