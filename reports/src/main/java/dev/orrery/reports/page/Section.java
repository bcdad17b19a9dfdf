package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;

/** What the sections of the page are made of. */
final class Section {
    private Section() {}

    /** Begins a section with its heading; to be closed. */
    static Markup open(Markup page, String id, String heading) {
        return page.line().open("section", "id", id).element("h2", heading).line();
    }

    /** A paragraph. */
    static void note(Markup page, String text) {
        page.element("p", text, "class", "note").line();
    }

    /** Text to copy, with a button that does it. */
    static void copyable(Markup page, String id, String label, String text) {
        page.open("div", "class", "copyable");
        page.element("pre", text, "id", id, "tabindex", "0");
        page.element(
                "button",
                "Copy",
                "type",
                "button",
                "class",
                "copy",
                "data-copies",
                id,
                "aria-label",
                "Copy " + label,
                "hidden",
                "hidden");
        page.close().line();
    }

    /** A picture, which on a narrow screen is moved sideways. */
    static void figure(Markup page, Markup svg) {
        page.open("div", "class", "picture").append(svg).close().line();
    }

    /** Begins a table; to be closed with {@link #closeTable}. A heading that ends in {@code #} is above numbers. */
    static void openTable(Markup page, String... headings) {
        page.open("div", "class", "scroll");
        openTableInside(page, headings);
    }

    /** Begins a table that is so long that it gets a bar to scroll it; to be closed with {@link #closeTable}. */
    static void openLongTable(Markup page, String... headings) {
        page.open("div", "class", "scroll tall", "tabindex", "0");
        openTableInside(page, headings);
    }

    private static void openTableInside(Markup page, String... headings) {
        page.open("table").open("thead").open("tr");
        for (String heading : headings) {
            boolean number = heading.endsWith("#");
            String text = number ? heading.substring(0, heading.length() - 1) : heading;
            page.element("th", text, "scope", "col", "class", number ? "number" : "");
        }
        page.close().close().open("tbody").line();
    }

    /** Ends a table. */
    static void closeTable(Markup page) {
        page.close().close().close().line();
    }

    /** A cell of text. */
    static void cell(Markup page, String text) {
        page.element("td", text);
    }

    /** A cell of a number. */
    static void number(Markup page, String text) {
        page.element("td", text, "class", "number");
    }

    /** A cell of code, such as a name. */
    static void name(Markup page, String text) {
        page.open("td").element("code", text).close();
    }

    /** What a mark stands for. */
    static void legend(Markup page, String style, String words) {
        page.open("span", "class", "key");
        page.open("svg", "class", "figure swatch", "viewBox", "0 0 22 14", "aria-hidden", "true");
        switch (style.substring(0, style.indexOf(' '))) {
            case "mark" -> mark(page, style);
            case "quantile" -> page.empty("path", "class", style, "d", "M1 7H21");
            default -> page.empty("rect", "class", style, "x", "1", "y", "1", "width", "20", "height", "12", "rx", "2");
        }
        page.close().text(words).close();
    }

    private static void mark(Markup page, String style) {
        String shape = switch (style) {
            case "mark info" -> "m-3.5 2.5h7l-3.5 -6z";
            case "mark fail" -> "m-3 -3l6 6m0 -6l-6 6";
            default -> "h0";
        };
        page.empty("path", "class", style, "d", "M11 7" + shape);
    }
}
