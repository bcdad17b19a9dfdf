package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.series.Spectrum;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Latency by percentile, a line for each kind of operation, told apart by colour, dashes and their names at the end. Each
 * nine after the comma takes as much room as the one before.
 */
public final class SpectrumFigure {
    private static final double WIDTH = 640;
    private static final double LEFT = 64;
    private static final double RIGHT = WIDTH - 72;
    private static final double TOP = 14;
    private static final double BOTTOM = 250;
    private static final double HEIGHT = BOTTOM + 30;

    /** How many lines can be told apart. */
    private static final int STYLES = 5;

    private static final double[] TICKS = {1, 2, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final String[] LABELS = {"0", "50 %", "90 %", "99 %", "99.9 %", "99.99 %", "99.999 %", "99.9999 %"};

    private final List<Spectrum> spectra;
    private final LengthScale scale;
    private final double most;

    private SpectrumFigure(List<Spectrum> spectra) {
        this.spectra = spectra;
        long shortest = Long.MAX_VALUE;
        long longest = 0;
        int count = 0;
        for (Spectrum spectrum : spectra) {
            shortest = Math.min(shortest, spectrum.shortest());
            longest = Math.max(longest, spectrum.longest());
            count = Math.max(count, spectrum.count());
        }
        this.scale = LengthScale.over(shortest, longest, BOTTOM, TOP);
        this.most = Math.max(10, count);
    }

    /** Draws at least one. */
    public static Markup of(List<Spectrum> spectra) {
        return new SpectrumFigure(spectra).draw();
    }

    private Markup draw() {
        Markup svg = new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "figure",
                        "viewBox",
                        "0 0 " + number(WIDTH) + " " + number(HEIGHT),
                        "role",
                        "img",
                        "aria-label",
                        "Latency by percentile")
                .line();
        for (int i = 0; i < TICKS.length && TICKS[i] <= most; i++) {
            String x = number(x(TICKS[i]));
            svg.empty("line", "class", "grid", "x1", x, "y1", number(TOP), "x2", x, "y2", number(BOTTOM));
            svg.element("text", LABELS[i], "class", "tick middle", "x", x, "y", number(BOTTOM + 16));
        }
        for (LengthScale.Tick tick : scale.ticks()) {
            String y = number(tick.y());
            svg.empty("line", "class", "grid", "x1", number(LEFT), "y1", y, "x2", number(RIGHT), "y2", y);
            svg.element("text", tick.label(), "class", "tick end", "x", number(LEFT - 8), "y", number(tick.y() + 4));
        }
        double lastName = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < spectra.size(); i++) {
            curve(svg, spectra.get(i), "line" + i % STYLES);
        }
        for (int i : byEnd()) {
            double end = scale.y(spectra.get(i).longest());
            lastName = Math.max(end + 4, lastName + 13);
            svg.element(
                    "text",
                    spectra.get(i).f(),
                    "class",
                    "line-name line" + i % STYLES,
                    "x",
                    number(x(spectra.get(i).count()) + 6),
                    "y",
                    number(lastName));
        }
        return svg.close();
    }

    /** The lines from the highest end down, so that their names do not cover each other. */
    private int[] byEnd() {
        return IntStream.range(0, spectra.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> -spectra.get(i).longest()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void curve(Markup svg, Spectrum spectrum, String style) {
        StringBuilder path = new StringBuilder();
        for (Spectrum.Point point : spectrum.points()) {
            path.append(path.isEmpty() ? 'M' : 'L').append(number(x(point.oneIn())));
            path.append(' ').append(number(scale.y(point.length())));
        }
        svg.open("g").element("title", spectrum.f());
        svg.empty("path", "class", "curve " + style, "d", path.toString())
                .close()
                .line();
    }

    private double x(double oneIn) {
        return LEFT + (RIGHT - LEFT) * StrictMath.log(oneIn) / StrictMath.log(most);
    }
}
