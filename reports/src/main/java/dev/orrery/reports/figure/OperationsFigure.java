package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.words.OperationWords;
import dev.orrery.reports.words.Words;
import dev.orrery.sim.history.Operation;
import java.util.List;
import java.util.Locale;

/** The operations that a check is about: a row for each, from when it was asked until it completed. */
public final class OperationsFigure {
    private static final double WIDTH = 1080;
    private static final double LEFT = 320;
    private static final double RIGHT = WIDTH - 20;
    private static final double ROW = 22;

    private OperationsFigure() {}

    /**
     * Draws them in the order given.
     *
     * @param operations at least one
     */
    public static Markup of(List<Operation> operations) {
        long from = operations.stream().mapToLong(Operation::invokedAt).min().orElseThrow();
        long until = operations.stream()
                .mapToLong(operation -> Math.max(operation.invokedAt(), operation.completedAt()))
                .max()
                .orElseThrow();
        double margin = Math.max(1, (until - from) * 0.04);
        double height = operations.size() * ROW + 30;
        Markup svg = new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "class",
                        "figure",
                        "viewBox",
                        "0 0 " + number(WIDTH) + " " + number(height),
                        "role",
                        "img",
                        "aria-label",
                        "The operations in question over virtual time")
                .line();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            double y = 4 + i * ROW;
            double start = x(operation.invokedAt(), from, until, margin);
            boolean open = operation.completedAt() == Operation.NEVER;
            double end = open ? RIGHT : x(operation.completedAt(), from, until, margin);
            svg.open("g").element("title", OperationWords.full(operation));
            svg.element(
                    "text",
                    OperationWords.brief(operation),
                    "class",
                    i == 0 ? "row-name blamed" : "row-name",
                    "x",
                    "4",
                    "y",
                    number(y + 13));
            svg.empty(
                    "rect",
                    "class",
                    "operation " + operation.outcome().name().toLowerCase(Locale.ROOT),
                    "x",
                    number(start),
                    "y",
                    number(y + 2),
                    "width",
                    number(Math.max(2, end - start)),
                    "height",
                    number(ROW - 7),
                    "rx",
                    "2.5");
            svg.close().line();
        }
        double bottom = operations.size() * ROW + 4;
        svg.empty(
                "line",
                "class",
                "lane",
                "x1",
                number(LEFT),
                "y1",
                number(bottom),
                "x2",
                number(RIGHT),
                "y2",
                number(bottom));
        svg.element(
                "text",
                Words.moment(from),
                "class",
                "tick middle",
                "x",
                number(x(from, from, until, margin)),
                "y",
                number(bottom + 16));
        if (until > from) {
            svg.element(
                    "text",
                    Words.moment(until),
                    "class",
                    "tick end",
                    "x",
                    number(x(until, from, until, margin)),
                    "y",
                    number(bottom + 16));
        }
        return svg.close();
    }

    private static double x(long at, long from, long until, double margin) {
        return LEFT + (RIGHT - LEFT) * (at - from + margin) / (until - from + 2 * margin);
    }
}
