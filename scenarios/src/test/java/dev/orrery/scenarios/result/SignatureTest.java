package dev.orrery.scenarios.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.orrery.scenarios.result.RunResult.Extent;
import dev.orrery.scenarios.result.RunResult.Source;
import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.RunResult.Threshold;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SignatureTest {

    @Test
    void whereAndWhenAPropertyBrokeIsNoPartOfItsSignature() {
        String one = "n5 leads term 17 without the entry of term 2 at index 1103, which n3 committed in term 2;"
                + " its log ends at index 803";
        String other = "n1 leads term 4 without the entry of term 3 at index 12, which n2 committed in term 3;"
                + " it has one of term 2 there";
        assertEquals(
                new Signature(
                        "leader-completeness",
                        "<node> leads term <n> without the entry of term <n> at index <n>, which <node> committed in term"
                                + " <n>"),
                signature(failed("leader-completeness", one, 5L)));
        assertEquals(
                signature(failed("leader-completeness", one, 5L)),
                signature(failed("leader-completeness", other, 90L)));
    }

    @Test
    void timesValuesAndNamesOfTheScenariosOwnAreAbstractedToo() {
        assertEquals(
                "operation <n>, read by <node> from <time> to <time>, answered <text>",
                shape("operation 17, read by c3 from 1.25 s to 1.3 s, answered 'pear'\nand so on"));
        assertEquals("<node> waited <time>, not <time>", shape("paris waited 12.5ms, not -3us"));
        assertEquals("entry <n> of <node> holds Put[key=<n>]", shape("entry 0xFF of n1 holds Put[key=4]"));
    }

    @Test
    void howManyStandInARowMakesNoDifference() {
        assertEquals("<node>... lost <n>...", shape("n1, n2 and n3 lost 4 or 5"));
        assertEquals(shape("n1, n2 and n3 lost 4 or 5"), shape("n1 and n4 lost 1, 2, 3"));
    }

    @Test
    void differentWordsAreDifferentSignatures() {
        assertNotEquals(shape("n1 lost 4"), shape("n1 wrote 4"));
        assertNotEquals(
                signature(failed("log-matching", "n1 lost 4", 1L)), signature(failed("linearizable", "n1 lost 4", 1L)));
    }

    @Test
    void ofSeveralFailuresTheEarliestCounts() {
        assertEquals(
                "log-matching",
                signature(
                                failed("linearizable", "too late", null),
                                failed("state-machine-safety", "later", 9L),
                                failed("log-matching", "early", 7L))
                        .check());
    }

    @Test
    void ofSeveralFailuresTheOneThatIsExpectedCounts() {
        List<CheckVerdict> checks = List.of(failed("log-matching", "early", 7L), failed("linearizable", "stale", null));
        assertEquals(
                Optional.of(new Signature("linearizable", "stale")),
                Signature.of(result("linearizable", checks, List.of())));
    }

    @Test
    void aMissedThresholdIsAFailureAndAPassIsNone() {
        Threshold missed = new Threshold("op-latency.p99", "< 500ms", "1.02s", Verdict.FAIL);
        assertEquals(
                Optional.of(new Signature("op-latency.p99", "not < 500ms")),
                Signature.of(result("pass", List.of(), List.of(missed))));
        assertEquals(Optional.empty(), Signature.of(result("pass", List.of(), List.of())));
    }

    @Test
    void whatWasThrownIsToldByItsFirstCauseAndTheMethodThatThrewIt() {
        Throwable thrown = new IllegalStateException("run 7", new IllegalArgumentException("term 5"));
        assertEquals(
                new Signature(
                        Signature.CRASH,
                        "java.lang.IllegalArgumentException in dev.orrery.scenarios.result.SignatureTest."
                                + "whatWasThrownIsToldByItsFirstCauseAndTheMethodThatThrewIt"),
                Signature.of(thrown));
        assertEquals(
                "java.lang.StackOverflowError",
                Signature.of(new StackOverflowError()).shape());
    }

    private static String shape(String message) {
        return signature(failed("linearizable", message, null)).shape();
    }

    private static Signature signature(CheckVerdict... checks) {
        return Signature.of(result("pass", List.of(checks), List.of())).orElseThrow();
    }

    private static CheckVerdict failed(String name, String message, @Nullable Long event) {
        return new CheckVerdict(name, Verdict.FAIL, message, event, event, List.of());
    }

    private static RunResult result(String expect, List<CheckVerdict> checks, List<Threshold> thresholds) {
        OperationCounts operations = new OperationCounts(1, 0, 0, 0);
        return new RunResult(
                new Source("raft", "", "", new Seed(42), false, Schedule.TIME, "0.1.0"),
                Judgement.of(checks, thresholds, operations, expect, false),
                new Extent(0, 0, 0, 0, List.of(), 0),
                new SystemFacts("raft-kv", List.of("n1", "paris"), List.of("c1"), Map.of()),
                checks,
                operations,
                List.of(),
                List.of(),
                thresholds,
                ExecutedPlan.NONE,
                NodeReports.NONE,
                List.of(),
                new MetricFigures(List.of(), List.of(), List.of()),
                List.of());
    }
}
