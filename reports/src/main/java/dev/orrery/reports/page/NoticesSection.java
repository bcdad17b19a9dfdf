package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Run;

/** What is not on this page, or was not as asked. */
final class NoticesSection {
    private NoticesSection() {}

    static void write(Markup page, Run run) {
        if (run.notices().isEmpty()) {
            return;
        }
        Section.open(page, "notices", "Notices");
        page.open("ul");
        run.notices().forEach(notice -> page.element("li", notice).line());
        page.close().close().line();
    }
}
