package dev.orrery.reports.page;

import dev.orrery.reports.markup.Markup;
import dev.orrery.reports.run.Result;
import dev.orrery.reports.run.Result.Verdict;
import dev.orrery.reports.words.Words;
import java.util.List;

/** Verdicts in words and in marks. */
final class Verdicts {
    private Verdicts() {}

    /** A shape for those who see no colours. */
    static String mark(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case INCONCLUSIVE -> "?";
        };
    }

    static String word(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "pass";
            case FAIL -> "fail";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    /** The verdict as a small sign. */
    static void badge(Markup page, Verdict verdict) {
        page.open("span", "class", "badge " + word(verdict));
        page.element("span", mark(verdict), "aria-hidden", "true")
                .text(" " + word(verdict))
                .close();
    }

    /** What came out, in one sentence. */
    static String headline(Result result) {
        List<String> broken = named(result, Verdict.FAIL);
        String checks = Words.count(result.checks().size(), "check");
        return switch (result.verdict()) {
            case PASS ->
                (result.checks().size() == 1 ? "The one check passes" : "All " + checks + " pass")
                        + (result.expected() ? "." : ", but " + expected(result) + ".");
            case FAIL ->
                (broken.isEmpty()
                                ? "The run failed"
                                : list(broken) + (broken.size() == 1 ? " is" : " are") + " violated")
                        + (result.expected() ? ", as the scenario expects." : unexpectedly(result));
            case INCONCLUSIVE ->
                "Nobody can tell: " + list(named(result, Verdict.INCONCLUSIVE)) + " came to no verdict"
                        + (result.expected() ? ", as the scenario expects." : ".");
        };
    }

    private static String unexpectedly(Result result) {
        return result.expect().equals("pass") ? "." : ", but " + expected(result) + ".";
    }

    /** What should have come out; a scenario names a check that is to fail. */
    private static String expected(Result result) {
        return switch (result.expect()) {
            case "pass", "fail", "inconclusive" -> "the scenario expects " + result.expect();
            default -> result.expect() + " was expected to be violated";
        };
    }

    /** The checks that came to this verdict, by name. */
    private static List<String> named(Result result, Verdict verdict) {
        return result.checks().stream()
                .filter(check -> check.verdict() == verdict)
                .map(Result.Check::name)
                .toList();
    }

    private static String list(List<String> names) {
        if (names.size() <= 1) {
            return names.isEmpty() ? "the checks" : names.get(0);
        }
        return String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }
}
