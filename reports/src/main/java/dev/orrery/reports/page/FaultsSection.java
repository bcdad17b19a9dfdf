package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;
import java.util.List;

/** The faults as they were executed, and the same as YAML that does them again. */
final class FaultsSection {
    /** Whoever wants to read more takes the YAML. */
    private static final int MOST_ROWS = 200;

    /** A table with more rows than these hides what comes after it. */
    private static final int LONG = 25;

    private static final int MOST_IN_SIGHT = 3;

    private FaultsSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        Section.open(page, "faults", "Faults");
        if (result.plan().isEmpty()) {
            Section.note(page, "No fault was executed.");
        } else {
            String[] headings = {"", "Kind", "From#", "Until#", "Length#", "What"};
            if (result.plan().size() > LONG) {
                Section.openLongTable(page, headings);
            } else {
                Section.openTable(page, headings);
            }
            result.plan().stream().limit(MOST_ROWS).forEach(fault -> row(page, fault));
            Section.closeTable(page);
            if (result.plan().size() > MOST_ROWS) {
                Section.note(
                        page,
                        "The first " + MOST_ROWS + " of "
                                + Words.count(result.plan().size()) + " faults.");
            }
        }
        list(page, "never fired", result.neverFired());
        list(page, "held back", result.heldBack());
        if (!result.planYaml().isBlank()) {
            page.open("details")
                    .element("summary", "The faults as executed, to put into a scenario")
                    .line();
            Section.copyable(page, "plan", "the faults", result.planYaml().stripTrailing());
            page.close().line();
        }
        page.close().line();
    }

    /** Faults that were not; folded away if they are many. */
    private static void list(Markup page, String what, List<String> faults) {
        if (faults.size() <= MOST_IN_SIGHT) {
            faults.forEach(fault -> page.element("p", sentence(what) + ": " + fault, "class", "note")
                    .line());
            return;
        }
        page.open("details")
                .element("summary", Words.count(faults.size(), "fault") + " " + what)
                .open("ul");
        faults.forEach(fault -> page.element("li", fault).line());
        page.close().close().line();
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static void row(Markup page, Result.Fault fault) {
        Long until = fault.until();
        page.open("tr", "id", fault.id());
        Section.name(page, fault.id());
        Section.name(page, fault.kind());
        Section.number(page, Words.moment(fault.at()));
        if (until == null) {
            Section.number(page, "never ended");
            Section.number(page, "");
        } else {
            Section.number(page, until == fault.at() ? "" : Words.moment(until));
            Section.number(page, until == fault.at() ? "" : Words.length(until - fault.at()));
        }
        Section.cell(page, fault.what());
        page.close().line();
    }
}
