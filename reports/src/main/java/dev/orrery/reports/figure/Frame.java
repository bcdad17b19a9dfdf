package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.FaultFamily;
import java.util.List;
import java.util.Locale;

/**
 * What the pictures over virtual time have in common: the axis, the bands of the faults, and the marks of what broke.
 *
 * @param result whose time it is
 * @param time the axis
 */
record Frame(Result result, TimeScale time) {
    /** Of all pictures over time. */
    static final double WIDTH = 1080;

    private static final double LEFT = 76;

    /** Room for the name of a line at its end. */
    private static final double RIGHT = WIDTH - 34;

    /** More bands than these make a curve behind them hard to see. */
    private static final int MOST_BANDS = 60;

    static Frame of(Result result) {
        return of(result, 0, result.virtualNanos());
    }

    /** Of a part of the run. */
    static Frame of(Result result, long start, long end) {
        return new Frame(result, new TimeScale(start, end, LEFT, RIGHT));
    }

    /** Begins a picture. Whoever looks for the moment under a pointer finds the axis in its attributes. */
    Markup open(double height, String title) {
        return new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "figure overtime",
                        "viewBox",
                        "0 0 " + number(WIDTH) + " " + number(height),
                        "role",
                        "img",
                        "aria-label",
                        title,
                        "data-start",
                        Long.toString(time.start()),
                        "data-end",
                        Long.toString(time.end()),
                        "data-left",
                        number(LEFT),
                        "data-right",
                        number(RIGHT),
                        "data-height",
                        number(height))
                .line();
    }

    /** The time in which faults were at work, behind what is drawn later. */
    void bands(Markup svg, double top, double bottom) {
        visibleFaults().stream().limit(MOST_BANDS).forEach(fault -> {
            double from = time.x(fault.at());
            double until = Math.max(from + 1, time.x(end(fault)));
            svg.open(
                    "rect",
                    "class",
                    "band " + style(fault),
                    "x",
                    number(from),
                    "y",
                    number(top),
                    "width",
                    number(until - from),
                    "height",
                    number(bottom - top));
            svg.element("title", fault.id() + ": " + fault.what()).close().line();
        });
    }

    /** The faults that were at work in the time that is shown. */
    List<Result.Fault> visibleFaults() {
        return result.plan().stream()
                .filter(fault -> time.shows(fault.at(), end(fault)))
                .toList();
    }

    /** What broke in the time that is shown. */
    List<Result.Check> visibleViolations() {
        return result.checks().stream()
                .filter(check -> check.verdict() == Result.Verdict.FAIL)
                .filter(check -> check.at() != null && time.shows(check.at(), check.at()))
                .toList();
    }

    /** What broke, and when: a line over all, in front of what was drawn before. */
    void violations(Markup svg, double top, double bottom) {
        for (Result.Check check : visibleViolations()) {
            String x = number(time.x(at(check)));
            svg.open("line", "class", "violation", "x1", x, "y1", number(top), "x2", x, "y2", number(bottom));
            svg.element("title", check.name() + ": " + check.message()).close().line();
        }
    }

    /** When a check broke. */
    static long at(Result.Check check) {
        Long at = check.at();
        return at == null ? 0 : at;
    }

    /** The axis below a picture, and its lines across it. */
    void axis(Markup svg, double top, double bottom) {
        for (TimeScale.Tick tick : time.ticks()) {
            String x = number(tick.x());
            svg.empty("line", "class", "grid", "x1", x, "y1", number(top), "x2", x, "y2", number(bottom));
            svg.element("text", tick.label(), "class", "tick middle", "x", x, "y", number(bottom + 16));
        }
        svg.line();
    }

    /** When a fault ended; the end of the run if it never did. */
    long end(Result.Fault fault) {
        Long until = fault.until();
        return until == null ? result.virtualNanos() : until;
    }

    /** The style of a fault's family. */
    static String style(Result.Fault fault) {
        return style(FaultFamily.of(fault.kind()));
    }

    /** The style of a family. */
    static String style(FaultFamily family) {
        return family.name().toLowerCase(Locale.ROOT);
    }
}
