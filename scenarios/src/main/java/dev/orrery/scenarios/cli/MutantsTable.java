package dev.orrery.scenarios.cli;

import dev.orrery.scenarios.campaign.Family;
import dev.orrery.scenarios.campaign.Finding;
import dev.orrery.scenarios.shrink.Shrunk;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** The table of what a campaign has found: a line as soon as it is known, or all of them as JSON at the end. */
final class MutantsTable {
    private static final String ROW = "%s %-5s %-22s %-24s %-9s %9s %13s";

    private final PrintWriter out;
    private final PrintWriter err;
    private final OutputOptions output;
    private final boolean json;
    private final boolean correct;
    private final List<Map<String, Object>> rows = new ArrayList<>();
    private final long began = System.nanoTime();
    private @Nullable SweepProgress progress;
    private long asExpected;
    private boolean interrupted;
    private long runs;
    private long events;

    /**
     * An empty table.
     *
     * @param correct whether nothing should be found
     */
    MutantsTable(CommandLine command, OutputOptions output, boolean json, boolean correct) {
        out = command.getOut();
        err = command.getErr();
        this.output = output;
        this.json = json;
        this.correct = correct;
    }

    /** So many runs at most are made now for this bug. */
    void begin(Family family, String code, long most) {
        if (!json && rows.isEmpty() && !output.quiet()) {
            out.println(String.format(Locale.ROOT, ROW, " ", "bug", "found by", "in", "seed", "runs", "events")
                    .stripTrailing());
            out.flush();
        }
        if (!output.quiet()) {
            err.println(family + " " + code + " ...");
            err.flush();
        }
        progress = new SweepProgress(err, output.quiet(), Terminal.isError(), most, 0);
    }

    void at(long done) {
        if (progress != null) {
            progress.at(done, 0);
        }
    }

    /**
     * What was found.
     *
     * @param file holds the run that failed; null: none did
     */
    void row(Family family, Finding finding, @Nullable Shrunk shrunk, @Nullable Path file) {
        if (progress != null) {
            progress.end();
        }
        Finding.Failure failure = finding.failure();
        asExpected += isAsExpected(finding) ? 1 : 0;
        interrupted |= !finding.complete();
        runs += finding.runs();
        events += finding.events();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("mutant", finding.mutant());
        row.put("family", family.toString());
        row.put("found", failure != null);
        row.put("check", failure == null ? null : failure.signature().check());
        row.put("scenario", failure == null ? null : failure.profile());
        row.put("seed", failure == null ? null : failure.seed().brief());
        row.put("runs", finding.runs());
        row.put("inconclusive", finding.inconclusive());
        row.put("events", finding.events());
        row.put("complete", finding.complete());
        row.put("shrunk", shrunk == null ? null : shrunk.after().events());
        row.put("file", file == null ? null : file.toString());
        rows.add(row);
        if (!json && !output.quiet()) {
            print(finding, shrunk);
        }
    }

    private void print(Finding finding, @Nullable Shrunk shrunk) {
        Finding.Failure failure = finding.failure();
        Marks marks = output.marks();
        String line = String.format(
                Locale.ROOT,
                ROW,
                !finding.complete() ? marks.unknown() : isAsExpected(finding) ? marks.pass() : marks.fail(),
                finding.mutant(),
                failure == null
                        ? finding.complete() ? "not found" : "interrupted"
                        : failure.signature().check(),
                failure == null ? "" : failure.profile(),
                failure == null ? "" : failure.seed().brief(),
                Figures.count(finding.runs()),
                Figures.count(finding.events()));
        String small = shrunk == null
                ? ""
                : String.format(
                        Locale.ROOT, " %9s", Figures.count(shrunk.after().events(), "event") + " shrunk");
        out.println(line + small);
        if (failure != null && (output.verbose() || correct)) {
            out.println("    " + failure.message());
        }
        out.flush();
    }

    /** Says how it came out. */
    void end() {
        if (json) {
            out.println(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        } else {
            String what = correct
                    ? asExpected + " of " + rows.size() + " without a finding"
                    : asExpected + " of " + Figures.count(rows.size(), "bug") + " found";
            out.println(verdict() + "  " + what + ", " + Figures.count(runs, "run") + ", "
                    + Figures.count(events, "event"));
        }
        out.flush();
        if (!output.quiet()) {
            err.println("in " + Figures.wallTime(System.nanoTime() - began));
            err.flush();
        }
    }

    private String verdict() {
        Marks marks = output.marks();
        if (interrupted) {
            return marks.doubtful("INTERRUPTED");
        }
        return asExpected == rows.size() ? marks.good("PASSED") : marks.bad("FAILED");
    }

    /** A bug is found, and what is correct survives all runs. */
    private boolean isAsExpected(Finding finding) {
        return finding.complete() && (finding.failure() == null) == correct;
    }

    int exitCode() {
        return asExpected == rows.size() ? ExitCode.OK : ExitCode.FAILED;
    }
}
