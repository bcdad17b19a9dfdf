package dev.orrery.reports.page;

import dev.orrery.reports.figure.StateFigure;
import dev.orrery.reports.figure.Timeline;
import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Run;
import dev.orrery.reports.series.FaultFamily;
import dev.orrery.reports.series.Lane;
import dev.orrery.reports.series.StateLine;
import dev.orrery.reports.words.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The picture of the run. */
final class TimelineSection {
    /** More pictures than these hide the first. */
    private static final int MOST_STATES = 4;

    /** Which part of the run is shown again, right before something broke. */
    private static final int CLOSER = 12;

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
            if (!roles.contains(Lane.DOWN) && result.plan().stream().anyMatch(Lane::stops)) {
                Section.legend(page, Timeline.style(Lane.DOWN), Lane.DOWN);
            }
            faultLegend(page, result);
            page.close().line();
            if (!roles.isEmpty()
                    && result.states().stream().anyMatch(state -> state.name().equals("term"))) {
                Section.note(page, "The number inside a lane is the node's term.");
            }
            closerLook(page, result);
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

    /** The time right before the first violation, since that is where one looks first. */
    private static void closerLook(Markup page, Result result) {
        long span = result.virtualNanos() / CLOSER;
        result.checks().stream()
                .filter(check -> check.verdict() == Result.Verdict.FAIL)
                .map(Result.Check::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> {
                    long end = Math.min(result.virtualNanos(), at + span / 8);
                    page.element("h3", "The last " + Words.length(span) + " before it broke");
                    Section.figure(page, Timeline.of(result, Math.max(0, at - span), end));
                });
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
