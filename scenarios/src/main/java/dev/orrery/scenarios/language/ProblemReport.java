package dev.orrery.scenarios.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is wrong, as a person reads it: each error with its place, the line it stands on and a mark below it,
 * and at the end how many there are.
 *
 * <pre>
 * error[S014]: unknown key 'protocl'
 *  --&gt; raft.yaml:3:1
 *   |
 * 3 | protocl: raft
 *   | ^^^^^^^ did you mean 'protocol'?
 * 1 error, nothing was run. More: orrery explain S014
 * </pre>
 *
 * @param sources the files that the problems are in
 * @param problems sorted by place
 */
public record ProblemReport(List<SourceText> sources, List<Problem> problems) {

    /** A longer line is shown in part, so that a file of one line does not fill the screen. */
    private static final int WIDEST_EXCERPT = 120;

    private static final int BEFORE_THE_PLACE = 40;

    public ProblemReport {
        sources = List.copyOf(sources);
        problems = problems.stream().sorted(Problem.BY_PLACE).toList();
    }

    /** The report, of lines that each end in LF; empty if nothing is wrong. */
    public String text() {
        if (problems.isEmpty()) {
            return "";
        }
        StringBuilder report = new StringBuilder();
        Problem before = problems.get(0);
        int[] line = line(before);
        for (Problem problem : problems) {
            // A file may be one long line with very many errors, so a line is taken apart once.
            boolean sameLine = problem.line() == before.line() && problem.file().equals(before.file());
            line = sameLine ? line : line(problem);
            append(report, problem, excerpt(problem, line));
            before = problem;
        }
        return report.append(counted()).append('\n').toString();
    }

    /** {@code 2 errors and 1 warning, nothing was run. More: orrery explain S014}. */
    private String counted() {
        long warnings =
                problems.stream().filter(problem -> problem.code().isWarning()).count();
        long errors = problems.size() - warnings;
        String counts = Stream.of(count(errors, "error"), count(warnings, "warning"))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(" and "));
        ProblemCode first = problems.stream()
                .map(Problem::code)
                .min(Comparator.comparing(ProblemCode::isWarning))
                .orElseThrow();
        return counts + (errors > 0 ? ", nothing was run" : "") + ". More: orrery explain " + first.id();
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }

    private static void append(StringBuilder report, Problem problem, Excerpt excerpt) {
        String number = Integer.toString(problem.line());
        String margin = " ".repeat(number.length());
        report.append(problem.code().isWarning() ? "warning[" : "error[")
                .append(problem.code().id())
                .append("]: ")
                .append(problem.message());
        report.append('\n').append(margin).append("--> ").append(problem.file());
        report.append(':').append(number).append(':').append(problem.column());
        if (!excerpt.line().isBlank()) {
            report.append('\n').append(margin).append(" |");
            report.append('\n').append(number).append(" | ").append(excerpt.line());
            report.append('\n').append(margin).append(" | ").append(excerpt.mark());
        }
        if (problem.suggestion() != null) {
            report.append(" did you mean ")
                    .append(Problem.quoted(problem.suggestion()))
                    .append('?');
        }
        report.append('\n');
    }

    private record Excerpt(String line, String mark) {}

    private static Excerpt excerpt(Problem problem, int[] line) {
        int column = problem.column() - 1;
        int start = line.length <= WIDEST_EXCERPT ? 0 : Math.max(0, column - BEFORE_THE_PLACE);
        int end = Math.min(line.length, start + WIDEST_EXCERPT);
        StringBuilder shown = new StringBuilder(start > 0 ? "…" : "");
        for (int i = start; i < end; i++) {
            shown.append(Problem.shown(line[i]));
        }
        int blank = shown.codePointCount(0, shown.length()) - (end - start) + column - start;
        int marked = Math.max(1, Math.min(problem.length(), end - column));
        return new Excerpt(
                shown.append(end < line.length ? "…" : "").toString(), " ".repeat(blank) + "^".repeat(marked));
    }

    private int[] line(Problem problem) {
        return sources.stream()
                .filter(source -> source.name().equals(problem.file()))
                .findFirst()
                .map(source -> source.line(problem.line()))
                .orElse("")
                .codePoints()
                .toArray();
    }
}
