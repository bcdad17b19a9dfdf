package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;

/** Where the run came from: what another run must have in common with it to be the same. */
final class OriginSection {
    private OriginSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        page.line()
                .open("footer", "id", "origin")
                .element("h2", "Where it came from")
                .open("dl")
                .line();
        entry(page, "seed", result.seed());
        entry(page, "digest", result.digest());
        entry(
                page,
                "scenario",
                result.scenario() + (result.scenarioSha256().isEmpty() ? "" : ", SHA-256 " + result.scenarioSha256()));
        entry(page, "system", result.system().name());
        result.system().options().forEach((name, value) -> entry(page, name, value));
        entry(page, "orrery", result.orrery());
        result.versions().forEach((name, value) -> {
            if (!name.equals("orrery")) {
                entry(page, name, value);
            }
        });
        page.close();
        Section.note(
                page, "The same scenario, seed and version give the same run, event by event, and the same digest.");
        page.close().line();
    }

    private static void entry(Markup page, String name, String value) {
        page.open("div").element("dt", name).element("dd", value).close().line();
    }
}
