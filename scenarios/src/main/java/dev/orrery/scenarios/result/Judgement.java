package dev.orrery.scenarios.result;

import dev.orrery.scenarios.result.RunResult.Threshold;
import java.util.ArrayList;
import java.util.List;

/**
 * What to think of a run.
 *
 * @param verdict of all checks and thresholds together
 * @param expect {@value #PASS}, or the check that the scenario expects to fail
 * @param expected whether the run came out as expected
 * @param interrupted whether it was ended from outside before its time
 * @param words why it is not as expected, in plain words; empty if it is
 */
public record Judgement(Verdict verdict, String expect, boolean expected, boolean interrupted, String words) {

    /** What scenarios expect that are not about a known bug. */
    public static final String PASS = "pass";

    /**
     * Judges a run. One violation is a failure, whatever else is unknown; a run in which something is unknown, no operation
     * was answered, or nothing was checked at all is no pass.
     */
    public static Judgement of(
            List<CheckVerdict> checks,
            List<Threshold> thresholds,
            OperationCounts operations,
            String expect,
            boolean interrupted) {
        List<String> failed = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        checks.forEach(check -> sort(check.name(), check.verdict(), failed, unknown));
        thresholds.forEach(threshold -> sort(threshold.name(), threshold.verdict(), failed, unknown));
        String doubt = doubt(checks, unknown, operations, interrupted);
        Verdict verdict = !failed.isEmpty() ? Verdict.FAIL : doubt.isEmpty() ? Verdict.PASS : Verdict.INCONCLUSIVE;
        if (expect.equals(PASS)) {
            String words = verdict == Verdict.FAIL ? list(failed) + " failed" : doubt;
            return new Judgement(verdict, expect, verdict == Verdict.PASS, interrupted, words);
        }
        return expectingFailure(verdict, expect, interrupted, failed, unknown, doubt);
    }

    private static void sort(String name, Verdict verdict, List<String> failed, List<String> unknown) {
        switch (verdict) {
            case FAIL -> failed.add(name);
            case INCONCLUSIVE -> unknown.add(name);
            case PASS -> {}
        }
    }

    private static Judgement expectingFailure(
            Verdict verdict,
            String expect,
            boolean interrupted,
            List<String> failed,
            List<String> unknown,
            String doubt) {
        List<String> others = new ArrayList<>(failed);
        boolean failedAsExpected = others.removeIf(expect::equals);
        String words;
        if (!others.isEmpty()) {
            words = list(others) + " failed" + (failedAsExpected ? " as well as " + expect : "") + "; only " + expect
                    + " was expected to";
        } else if (failedAsExpected) {
            words = "";
        } else if (interrupted || unknown.contains(expect) || (verdict == Verdict.INCONCLUSIVE && unknown.isEmpty())) {
            words = expect + " was expected to fail, but " + doubt;
        } else {
            words = expect + " was expected to fail, and held";
        }
        return new Judgement(verdict, expect, words.isEmpty(), interrupted, words);
    }

    private static String doubt(
            List<CheckVerdict> checks, List<String> unknown, OperationCounts operations, boolean interrupted) {
        if (interrupted) {
            return "the run was interrupted";
        }
        if (operations.ok() == 0) {
            return "no operation was answered";
        }
        if (checks.isEmpty()) {
            return "nothing was checked";
        }
        return unknown.isEmpty() ? "" : list(unknown) + (unknown.size() == 1 ? " is" : " are") + " inconclusive";
    }

    private static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
