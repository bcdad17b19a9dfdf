package dev.orrery.reports.figure;

import dev.orrery.reports.markup.Markup;

/** The hatchings that tell areas apart without colours. They are defined once a page, in its first picture. */
final class Patterns {
    private Patterns() {}

    static void define(Markup svg) {
        svg.open("defs");
        diagonal(svg, "hatch-down", "45");
        diagonal(svg, "hatch-crash", "-45");
        diagonal(svg, "hatch-cut", "45");
        diagonal(svg, "hatch-info", "45");
        svg.open("pattern", "id", "hatch-fail", "width", "5", "height", "5", "patternUnits", "userSpaceOnUse");
        svg.empty("path", "class", "hatch-fail", "d", "M0 0L5 5M5 0L0 5").close();
        svg.close().line();
    }

    private static void diagonal(Markup svg, String id, String angle) {
        svg.open(
                "pattern",
                "id",
                id,
                "width",
                "6",
                "height",
                "6",
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(" + angle + ")");
        svg.empty("line", "class", id, "x1", "0", "y1", "0", "x2", "0", "y2", "6")
                .close();
    }
}
