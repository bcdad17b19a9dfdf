package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.words.Words;
import java.util.Comparator;
import java.util.List;

/** What became of the messages, by type, the most frequent first. */
final class MessagesSection {
    private MessagesSection() {}

    static void write(Markup page, Run run) {
        List<Result.Messages> types = run.result().messages().stream()
                .sorted(Comparator.comparingLong(Result.Messages::sent).reversed())
                .toList();
        Section.open(page, "messages", "Messages");
        if (types.isEmpty()) {
            Section.note(page, "No message was counted.");
        } else {
            long most = types.get(0).sent();
            Section.openTable(page, "Type", "Sent#", "", "Delivered#", "Lost#", "", "Duplicated#");
            types.forEach(type -> row(page, type, most));
            Section.closeTable(page);
        }
        page.close().line();
    }

    private static void row(Markup page, Result.Messages type, long most) {
        page.open("tr");
        Section.name(page, type.type());
        Section.number(page, Words.count(type.sent()));
        page.open("td", "class", "bar");
        page.open("svg", "class", "figure", "viewBox", "0 0 160 12", "aria-hidden", "true");
        double sent = 160.0 * type.sent() / Math.max(1, most);
        double lost = sent * Math.min(1, (double) type.lost() / Math.max(1, type.sent()));
        bar(page, "bar", 0, sent - lost);
        bar(page, "bar lost", sent - lost, lost);
        page.close().close();
        Section.number(page, Words.count(type.delivered()));
        Section.number(page, Words.count(type.lost()));
        Section.number(page, type.lost() == 0 ? "" : Words.percent(type.lost(), type.sent()));
        Section.number(page, Words.count(type.duplicated()));
        page.close().line();
    }

    private static void bar(Markup page, String style, double x, double width) {
        if (width > 0) {
            page.empty(
                    "rect",
                    "class",
                    style,
                    "x",
                    Markup.number(x),
                    "y",
                    "1",
                    "width",
                    Markup.number(Math.max(0.5, width)),
                    "height",
                    "10");
        }
    }
}
