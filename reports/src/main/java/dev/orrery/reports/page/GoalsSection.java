package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;

/** What the scenario wants to have seen, and the limits that it sets. */
final class GoalsSection {
    private GoalsSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        if (result.goals().isEmpty() && result.thresholds().isEmpty()) {
            return;
        }
        Section.open(page, "goals", "Goals and thresholds");
        page.open("div", "class", "beside top").line();
        if (!result.goals().isEmpty()) {
            Section.openTable(page, "", "Goal", "Seen#");
            for (Result.Goal goal : result.goals()) {
                page.open("tr");
                mark(page, goal.seen() > 0, "seen", "never seen");
                Section.name(page, goal.name());
                Section.number(page, Words.count(goal.seen()));
                page.close().line();
            }
            Section.closeTable(page);
        }
        if (!result.thresholds().isEmpty()) {
            Section.openTable(page, "", "Threshold", "Limit", "Was#");
            for (Result.Threshold threshold : result.thresholds()) {
                page.open("tr");
                mark(page, threshold.holds(), "kept", "broken");
                Section.name(page, threshold.name());
                Section.cell(page, threshold.limit());
                Section.number(page, threshold.value());
                page.close().line();
            }
            Section.closeTable(page);
        }
        page.close().close().line();
    }

    private static void mark(Markup page, boolean good, String yes, String no) {
        page.open("td").open("span", "class", good ? "badge pass" : "badge fail");
        page.text(good ? "✓ " + yes : "✗ " + no).close().close();
    }
}
