package dev.orrery.reports.figure;

import static dev.orrery.reports.markup.Markup.number;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.series.Lane;
import dev.orrery.reports.series.Lane.Segment;
import dev.orrery.reports.series.RoleRank;
import dev.orrery.reports.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The picture of a run: the faults above, a lane for each node below, with its roles and the term inside, what was done
 * to it, and what broke.
 */
public final class Timeline {
    private static final double VIOLATION_ROW = 18;
    private static final int MOST_VIOLATION_NAMES = 4;
    private static final double AXIS = 30;

    /** All lanes together get no higher than this, until they are too low to tell apart. */
    private static final double LANES = 900;

    private static final double HIGHEST_LANE = 30;
    private static final double LOWEST_LANE = 8;

    /** Lanes that are lower have no room for names and numbers. */
    private static final double READABLE_LANE = 15;

    /** Two changes nearer than this are one in the picture. */
    private static final double FINEST = 0.6;

    private final Frame frame;
    private final FaultStrip faults;
    private final List<Lane> lanes;
    private final double laneHeight;

    private Timeline(Frame frame) {
        this.frame = frame;
        faults = new FaultStrip(frame);
        lanes = Lane.of(frame.result());
        laneHeight = Math.max(LOWEST_LANE, Math.min(HIGHEST_LANE, LANES / Math.max(1, lanes.size())));
    }

    /** Draws a run. */
    public static Markup of(Result result) {
        return new Timeline(Frame.of(result)).draw();
    }

    /** Draws a part of a run, from one moment in virtual nanoseconds to another. */
    public static Markup of(Result result, long start, long end) {
        return new Timeline(Frame.of(result, start, end)).draw();
    }

    /** The style of a role, for a legend. */
    public static String style(String role) {
        return "role " + name(RoleRank.of(role));
    }

    private static String name(RoleRank rank) {
        return rank.name().toLowerCase(Locale.ROOT);
    }

    private Markup draw() {
        List<Result.Check> violations =
                frame.visibleViolations().stream().limit(MOST_VIOLATION_NAMES).toList();
        double top = 4 + violations.size() * VIOLATION_ROW;
        double lanesTop = top + faults.height();
        double bottom = lanesTop + lanes.size() * laneHeight + 4;
        Markup svg = frame.open(bottom + AXIS, "The roles of each node over virtual time, and the faults");
        Patterns.define(svg);
        frame.axis(svg, lanesTop, bottom);
        faults.draw(svg, top);
        for (int i = 0; i < lanes.size(); i++) {
            drawLane(svg, lanes.get(i), lanesTop + i * laneHeight);
        }
        for (int i = 0; i < violations.size(); i++) {
            nameViolation(svg, violations.get(i), 4 + i * VIOLATION_ROW);
        }
        frame.violations(svg, violations.isEmpty() ? lanesTop : 6, bottom);
        return svg.close();
    }

    private void nameViolation(Markup svg, Result.Check check, double y) {
        double x = frame.time().x(Frame.at(check));
        boolean before = x > (frame.time().left() + frame.time().right()) / 2;
        svg.element(
                "text",
                "✗ " + check.name() + " broke at " + Words.moment(Frame.at(check)),
                "class",
                before ? "violation-name end" : "violation-name",
                "x",
                number(before ? x - 6 : x + 6),
                "y",
                number(y + 11));
    }

    private void drawLane(Markup svg, Lane lane, double top) {
        double middle = top + laneHeight / 2;
        svg.open("g");
        if (laneHeight >= READABLE_LANE || lanes.indexOf(lane) % 5 == 0) {
            String name = lane.node().length() > 10 ? lane.node().substring(0, 9) + "…" : lane.node();
            svg.element(
                    "text", name, "class", "lane-name", "x", number(frame.time().left() - 10), "y", number(middle + 4));
        }
        svg.empty(
                "line",
                "class",
                "lane",
                "x1",
                number(frame.time().left()),
                "y1",
                number(middle),
                "x2",
                number(frame.time().right()),
                "y2",
                number(middle));
        Map<String, Double> lastOfRole = new LinkedHashMap<>();
        for (Segment segment : lane.segments()) {
            if (!frame.time().shows(segment.from(), segment.until())) {
                continue;
            }
            double from = frame.time().x(segment.from());
            double until = frame.time().x(segment.until());
            Double last = lastOfRole.get(segment.role());
            if (until - from >= FINEST || last == null || until - last >= FINEST) {
                drawSegment(svg, lane.node(), segment, middle);
                lastOfRole.put(segment.role(), until);
            }
        }
        drawFaults(svg, lane.node(), top);
        svg.close().line();
    }

    private void drawSegment(Markup svg, String node, Segment segment, double middle) {
        RoleRank rank = RoleRank.of(segment.role());
        double from = frame.time().x(segment.from());
        double width = Math.max(FINEST, frame.time().x(segment.until()) - from);
        double height = rank.height() * laneHeight;
        svg.open(
                "rect",
                "class",
                "role " + name(rank),
                "x",
                number(from),
                "y",
                number(middle - height / 2),
                "width",
                number(width),
                "height",
                number(height),
                "rx",
                width > 6 && laneHeight >= READABLE_LANE ? "2" : "");
        svg.element("title", words(node, segment)).close();
        String inside = inside(segment, rank, width);
        if (!inside.isEmpty()) {
            svg.element(
                    "text",
                    inside,
                    "class",
                    "in " + name(rank),
                    "x",
                    number(from + width / 2),
                    "y",
                    number(middle + 3.6));
        }
    }

    private String inside(Segment segment, RoleRank rank, double width) {
        if (laneHeight < READABLE_LANE) {
            return "";
        }
        Long term = segment.term();
        String text = rank == RoleRank.DOWN ? segment.role() : term == null ? "" : Long.toString(term);
        return text.length() * 6.2 + 5 <= width ? text : "";
    }

    private static String words(String node, Segment segment) {
        String role = segment.role().isEmpty() ? "no role yet" : segment.role();
        String term = segment.term() == null ? "" : ", term " + segment.term();
        return node + ": " + role + term + "\n" + Words.moment(segment.from()) + " to " + Words.moment(segment.until())
                + ", " + Words.length(segment.until() - segment.from());
    }

    private void drawFaults(Markup svg, String node, double top) {
        for (Result.Fault fault : frame.visibleFaults()) {
            boolean everywhere = fault.nodes().isEmpty();
            if (Lane.stops(fault)) {
                continue; // The lane itself says that the node is down.
            }
            if (everywhere || fault.nodes().contains(node)) {
                double from = frame.time().x(fault.at());
                double width = Math.max(1.5, frame.time().x(frame.end(fault)) - from);
                svg.open(
                        "rect",
                        "class",
                        (everywhere ? "everywhere " : "over ") + Frame.style(fault),
                        "x",
                        number(from),
                        "y",
                        number(top),
                        "width",
                        number(width),
                        "height",
                        number(laneHeight));
                svg.element("title", fault.id() + " " + fault.kind() + ": " + fault.what())
                        .close();
            }
        }
    }
}
