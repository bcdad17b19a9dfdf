package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The faults of a run as bars with their names, in as few rows as they need so that no two overlap. */
final class FaultStrip {
    /** More rows than these are not drawn; the table of the faults has them all. */
    private static final int MOST_ROWS = 10;

    private static final double ROW = 19;
    private static final double BAR = 15;

    /** The width of a character of a label, near enough. */
    private static final double CHARACTER = 6.1;

    /** How far right a name may reach, beyond the axis. */
    private static final double OVERHANG = 30;

    /** Where a bar's name stands. */
    private enum Side {
        INSIDE,
        BEHIND,
        BEFORE
    }

    /** A fault and its place, and what it takes of its row with its name. */
    private record Bar(Result.Fault fault, double from, double until, String label, Side side) {

        double labelWidth() {
            return label.length() * CHARACTER + 8;
        }

        double left() {
            return side == Side.BEFORE ? from - labelWidth() : from;
        }

        double right() {
            return side == Side.BEHIND ? until + labelWidth() : until;
        }
    }

    private final Frame frame;
    private final List<List<Bar>> rows = new ArrayList<>();
    private int left;

    FaultStrip(Frame frame) {
        this.frame = frame;
        frame.visibleFaults().forEach(this::place);
    }

    private void place(Result.Fault fault) {
        double from = frame.time().x(fault.at());
        double until = Math.max(from + 3, frame.time().x(frame.end(fault)));
        String label = fault.id() + " " + fault.kind();
        Bar bar = new Bar(fault, from, until, label, Side.BEHIND);
        if (bar.labelWidth() <= until - from) {
            bar = new Bar(fault, from, until, label, Side.INSIDE);
        } else if (bar.right() > frame.time().right() + OVERHANG) {
            bar = new Bar(fault, from, until, label, Side.BEFORE);
        }
        for (List<Bar> row : rows) {
            if (row.get(row.size() - 1).right() + 2 <= bar.left()) {
                row.add(bar);
                return;
            }
        }
        if (rows.size() < MOST_ROWS) {
            List<Bar> row = new ArrayList<>();
            row.add(bar);
            rows.add(row);
        } else {
            left++;
        }
    }

    /** How high it is; 0 if there was no fault. */
    double height() {
        return rows.isEmpty() ? 0 : rows.size() * ROW + (left > 0 ? ROW : 0) + 6;
    }

    void draw(Markup svg, double top) {
        for (int i = 0; i < rows.size(); i++) {
            double y = top + i * ROW;
            rows.get(i).forEach(bar -> draw(svg, bar, y));
        }
        if (left > 0) {
            String more = "and " + Words.count(left, "fault") + " more, in the table below";
            double y = top + rows.size() * ROW + 12;
            svg.element("text", more, "class", "tick", "x", number(frame.time().left()), "y", number(y));
        }
        if (!rows.isEmpty()) {
            svg.element(
                    "text",
                    "faults",
                    "class",
                    "lane-name",
                    "x",
                    number(frame.time().left() - 10),
                    "y",
                    number(top + 12));
        }
    }

    private void draw(Markup svg, Bar bar, double y) {
        Result.Fault fault = bar.fault();
        svg.open("g").element("title", words(fault));
        svg.empty(
                "rect",
                "class",
                "fault " + Frame.style(fault),
                "x",
                number(bar.from()),
                "y",
                number(y),
                "width",
                number(bar.until() - bar.from()),
                "height",
                number(BAR),
                "rx",
                "2.5");
        double x = switch (bar.side()) {
            case INSIDE -> bar.from() + 5;
            case BEHIND -> bar.until() + 4;
            case BEFORE -> bar.from() - 4;
        };
        svg.element(
                "text",
                bar.label(),
                "class",
                bar.side() == Side.BEFORE ? "fault-name end" : "fault-name",
                "x",
                number(x),
                "y",
                number(y + 11.3));
        svg.close().line();
    }

    private static String words(Result.Fault fault) {
        Long until = fault.until();
        String end = until == null ? "never ended" : until == fault.at() ? "" : "until " + Words.moment(until);
        return fault.id() + " " + fault.kind() + ", " + Words.moment(fault.at()) + (end.isEmpty() ? "" : ", " + end)
                + ": " + fault.what();
    }
}
