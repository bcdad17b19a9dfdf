package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Run;

/** The text that ran. */
final class ScenarioSection {
    private ScenarioSection() {}

    static void write(Markup page, Run run) {
        if (run.scenario().isBlank()) {
            return;
        }
        Section.open(page, "scenario", "Scenario");
        page.open("details").element("summary", "The scenario as it ran").line();
        Section.copyable(page, "scenario-text", "the scenario", run.scenario().stripTrailing());
        page.close().close().line();
    }
}
