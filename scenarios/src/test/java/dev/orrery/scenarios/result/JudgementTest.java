package dev.orrery.scenarios.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.result.RunResult.Threshold;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JudgementTest {
    private static final OperationCounts SOME = new OperationCounts(1, 0, 0, 0);
    private static final OperationCounts UNANSWERED = new OperationCounts(0, 3, 2, 1);
    private static final Threshold KEPT = new Threshold("op-latency.p99", "< 1s", "2ms", Verdict.PASS);
    private static final Threshold MISSED = new Threshold("op-latency.p99", "< 1s", "2s", Verdict.FAIL);

    @Test
    void allChecksPass() {
        Judgement judgement = judge(SOME, "pass", pass("a"), pass("b"));
        assertEquals(new Judgement(Verdict.PASS, "pass", true, false, ""), judgement);
    }

    @Test
    void oneViolationIsAFailureWhateverIsUnknown() {
        Judgement judgement = judge(SOME, "pass", unknown("a"), fail("b"), pass("c"));
        assertEquals(Verdict.FAIL, judgement.verdict());
        assertFalse(judgement.expected());
        assertEquals("b failed", judgement.words());
    }

    @Test
    void whatIsUnknownIsNoPass() {
        Judgement judgement = judge(SOME, "pass", pass("a"), unknown("b"), unknown("c"));
        assertEquals(new Judgement(Verdict.INCONCLUSIVE, "pass", false, false, "b and c are inconclusive"), judgement);
    }

    @Test
    void aRunInWhichNobodyWasAnsweredIsInconclusive() {
        Judgement judgement = judge(UNANSWERED, "pass", pass("a"));
        assertEquals(new Judgement(Verdict.INCONCLUSIVE, "pass", false, false, "no operation was answered"), judgement);
    }

    @Test
    void aRunInWhichNothingWasCheckedIsInconclusive() {
        assertEquals(Verdict.INCONCLUSIVE, judge(SOME, "pass").verdict());
    }

    @Test
    void aMissedThresholdIsAFailure() {
        Judgement judgement = Judgement.of(List.of(pass("a")), List.of(KEPT, MISSED), SOME, "pass", false);
        assertEquals(new Judgement(Verdict.FAIL, "pass", false, false, "op-latency.p99 failed"), judgement);
        assertTrue(Judgement.of(List.of(pass("a")), List.of(KEPT), SOME, "pass", false)
                .expected());
    }

    @Test
    void aKnownBugThatShowsIsAsExpected() {
        Judgement judgement = judge(SOME, "b", pass("a"), fail("b"));
        assertEquals(new Judgement(Verdict.FAIL, "b", true, false, ""), judgement);
    }

    @Test
    void aKnownBugThatDoesNotShowIsNotAsExpected() {
        Judgement judgement = judge(SOME, "b", unknown("a"), pass("b"));
        assertFalse(judgement.expected());
        assertEquals("b was expected to fail, and held", judgement.words());
    }

    @Test
    void aKnownBugThatMayHaveShownIsNotAsExpected() {
        Judgement judgement = judge(SOME, "b", pass("a"), unknown("b"));
        assertFalse(judgement.expected());
        assertEquals(Verdict.INCONCLUSIVE, judgement.verdict());
        assertEquals("b was expected to fail, but b is inconclusive", judgement.words());
    }

    @Test
    void anotherFailureBesideTheKnownBugIsNotAsExpected() {
        Judgement judgement = judge(SOME, "b", fail("a"), fail("b"), fail("c"));
        assertFalse(judgement.expected());
        assertEquals("a and c failed as well as b; only b was expected to", judgement.words());
    }

    @Test
    void anInterruptedRunIsNoPass() {
        Judgement judgement = Judgement.of(List.of(pass("a")), List.of(), SOME, "pass", true);
        assertEquals(new Judgement(Verdict.INCONCLUSIVE, "pass", false, true, "the run was interrupted"), judgement);
    }

    private static Judgement judge(OperationCounts operations, String expect, CheckVerdict... checks) {
        return Judgement.of(List.of(checks), List.of(), operations, expect, false);
    }

    private static CheckVerdict pass(String name) {
        return new CheckVerdict(name, Verdict.PASS, "3 operations", null, null, List.of());
    }

    private static CheckVerdict fail(String name) {
        return new CheckVerdict(name, Verdict.FAIL, "two leaders", 7L, 5L, List.of());
    }

    private static CheckVerdict unknown(String name) {
        return new CheckVerdict(name, Verdict.INCONCLUSIVE, "nothing to judge", null, null, List.of());
    }
}
