package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;

/** The faults as they were executed, and the same as YAML that does them again. */
final class FaultsSection {
    /** Whoever wants to read more takes the YAML. */
    private static final int MOST_ROWS = 200;

    private FaultsSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        Section.open(page, "faults", "Faults");
        if (result.plan().isEmpty()) {
            Section.note(page, "No fault was executed.");
        } else {
            Section.openTable(page, "", "Kind", "From#", "Until#", "Length#", "What");
            result.plan().stream().limit(MOST_ROWS).forEach(fault -> row(page, fault));
            Section.closeTable(page);
            if (result.plan().size() > MOST_ROWS) {
                Section.note(
                        page,
                        "The first " + MOST_ROWS + " of "
                                + Words.count(result.plan().size()) + " faults.");
            }
        }
        result.neverFired().forEach(fault -> Section.note(page, "Never fired: " + fault));
        result.heldBack().forEach(fault -> Section.note(page, "Held back: " + fault));
        if (!result.planYaml().isBlank()) {
            page.open("details")
                    .element("summary", "The faults as executed, to put into a scenario")
                    .line();
            Section.copyable(page, "plan", "the faults", result.planYaml().stripTrailing());
            page.close().line();
        }
        page.close().line();
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
