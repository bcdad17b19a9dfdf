package dev.orrery.reports.page;

import dev.orrery.reports.figure.OperationsFigure;
import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Result.Verdict;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;
import dev.orrery.sim.history.Operation;
import java.util.Comparator;
import java.util.List;

/** Every check with its verdict, and for those that broke, where; the broken ones first. */
final class ChecksSection {
    /** More operations than these would be a page of their own. */
    private static final int MOST_OPERATIONS = 24;

    private ChecksSection() {}

    static void write(Markup page, Run run) {
        List<Result.Check> checks = run.result().checks().stream()
                .sorted(Comparator.comparing(check -> check.verdict() == Verdict.PASS))
                .toList();
        Section.open(page, "checks", "Checks");
        if (checks.isEmpty()) {
            Section.note(page, "Nothing was checked.");
        } else {
            boolean broken = checks.stream().anyMatch(check -> !where(check).isEmpty());
            Section.openTable(page, "Verdict", "Check", "What it found", broken ? "Where it broke" : "");
            checks.forEach(check -> row(page, check));
            Section.closeTable(page);
            checks.forEach(check -> operations(page, run, check));
        }
        page.close().line();
    }

    private static void row(Markup page, Result.Check check) {
        page.open("tr").open("td");
        Verdicts.badge(page, check.verdict());
        page.close();
        Section.name(page, check.name());
        Section.cell(page, check.message());
        Section.cell(page, where(check));
        page.close().line();
    }

    private static String where(Result.Check check) {
        Long at = check.at();
        Long event = check.event();
        if (at == null && event == null) {
            return check.operations().isEmpty()
                    ? ""
                    : Words.count(check.operations().size(), "operation");
        }
        String moment = at == null ? "" : Words.moment(at);
        return event == null ? moment : moment + (moment.isEmpty() ? "" : ", ") + "event " + Words.count(event);
    }

    private static void operations(Markup page, Run run, Result.Check check) {
        List<Operation> operations = check.operations().stream()
                .filter(index -> index >= 0 && index < run.history().size())
                .limit(MOST_OPERATIONS)
                .map(index -> run.history().get(index))
                .toList();
        if (!operations.isEmpty() && check.verdict() != Verdict.PASS) {
            page.open("h3")
                    .text("The operations in question: ")
                    .element("code", check.name())
                    .close();
            Section.figure(page, OperationsFigure.of(operations));
            if (check.operations().size() > MOST_OPERATIONS) {
                Section.note(
                        page,
                        "The first " + MOST_OPERATIONS + " of "
                                + Words.count(check.operations().size()) + "; result.json names them all.");
            }
        }
    }
}
