package dev.orrery.reports.page;

import dev.orrery.reports.figure.StateFigure;
import dev.orrery.reports.figure.Timeline;
import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.series.FaultFamily;
import dev.orrery.reports.series.StateLine;
import java.util.List;
import java.util.Locale;

/** The picture of the run. */
final class TimelineSection {
    /** More pictures than these hide the first. */
    private static final int MOST_STATES = 4;

    private TimelineSection() {}

    static void write(Markup page, Run run) {
        Result result = run.result();
        Section.open(page, "timeline", "The run");
        if (result.system().nodes().isEmpty()) {
            Section.note(page, "There were no nodes.");
        } else {
            Section.figure(page, Timeline.of(result));
            page.open("p", "class", "legend");
            List<String> roles = result.roles().stream()
                    .map(Result.Role::role)
                    .distinct()
                    .sorted()
                    .toList();
            roles.forEach(role -> Section.legend(page, Timeline.style(role), role));
            faultLegend(page, result);
            page.close().line();
            if (!roles.isEmpty()
                    && result.states().stream().anyMatch(state -> state.name().equals("term"))) {
                Section.note(page, "The number inside a lane is the node's term.");
            }
            StateLine.of(result).entrySet().stream().limit(MOST_STATES).forEach(state -> {
                page.open("h3")
                        .element("code", state.getKey())
                        .text(" of each node")
                        .close();
                Section.figure(page, StateFigure.of(result, state.getKey(), state.getValue()));
            });
        }
        page.close().line();
    }

    /** The families of faults that occurred. */
    static void faultLegend(Markup page, Result result) {
        result.plan().stream()
                .map(fault -> FaultFamily.of(fault.kind()))
                .distinct()
                .sorted()
                .forEach(family ->
                        Section.legend(page, "fault " + family.name().toLowerCase(Locale.ROOT), family.words()));
    }
}
