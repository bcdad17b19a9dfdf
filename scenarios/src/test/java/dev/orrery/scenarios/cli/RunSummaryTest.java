package dev.orrery.scenarios.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.ExecutedPlan;
import dev.orrery.scenarios.result.ExecutedPlan.Step;
import dev.orrery.scenarios.result.Judgement;
import dev.orrery.scenarios.result.LatencyFigures;
import dev.orrery.scenarios.result.MetricFigures;
import dev.orrery.scenarios.result.NodeReports;
import dev.orrery.scenarios.result.OperationCounts;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.RunResult.Extent;
import dev.orrery.scenarios.result.RunResult.Goal;
import dev.orrery.scenarios.result.RunResult.Source;
import dev.orrery.scenarios.result.RunResult.SystemFacts;
import dev.orrery.scenarios.result.RunResult.Threshold;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.schedule.Schedule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class RunSummaryTest {
    private static final Marks UTF_8 = new Marks(Ansi.OFF, StandardCharsets.UTF_8);
    private static final CheckVerdict HELD =
            new CheckVerdict("election-safety", Verdict.PASS, "812 terms had a leader", null, null, List.of());
    private static final CheckVerdict BROKEN = new CheckVerdict(
            "leader-completeness",
            Verdict.FAIL,
            "n4 leads term 3 without entry 7,\nwhich was committed in term 2",
            4812L,
            12_250_000L,
            List.of());
    private static final CheckVerdict UNKNOWN =
            new CheckVerdict("linearizable", Verdict.INCONCLUSIVE, "gave up", null, null, List.of());

    @Test
    void eachCheckStandsWithItsEvidence() {
        assertEquals(
                List.of(
                        "  ✓ election-safety      812 terms had a leader",
                        "  ✗ leader-completeness  at 12.25ms, event 4812",
                        "      n4 leads term 3 without entry 7,",
                        "      which was committed in term 2",
                        "  ? linearizable         gave up"),
                RunSummary.body(result("pass", false, HELD, BROKEN, UNKNOWN), UTF_8)
                        .subList(0, 5));
    }

    @Test
    void figuresFollowTheChecks() {
        assertEquals(
                List.of(
                        "  ✓ op-latency.p99  210ms, limit < 500ms",
                        "  latency     p50 8.6ms  p99 210ms  p99.9 1.02s  max 1.02s",
                        "  operations  3,871 ok  52 failed  77 unknown",
                        "  goals       leader-changed 3x, snapshot-installed not seen",
                        "  faults      2 kill, 1 partition",
                        "  not fired   kill when leader-elected",
                        "  1m virtual in 0.42s (143x), 184,211 events, digest 0x000000009F3C21AA"),
                RunSummary.body(result("pass", false, HELD), UTF_8).subList(1, 8));
    }

    @Test
    void whereTheCharsetHasNoTickWordsStand() {
        List<String> lines = RunSummary.body(result("pass", false, HELD, BROKEN), Marks.plain());
        assertEquals("  ok   election-safety      812 terms had a leader", lines.get(0));
        assertEquals("  FAIL leader-completeness  at 12.25ms, event 4812", lines.get(1));
        assertTrue(lines.stream().allMatch(StandardCharsets.US_ASCII.newEncoder()::canEncode), lines::toString);
    }

    @Test
    void theVerdictSaysWhatToThinkOfIt() {
        assertEquals("PASSED  1 check", verdict("pass", false, HELD));
        assertEquals("FAILED  leader-completeness failed", verdict("pass", false, HELD, BROKEN));
        assertEquals("INCONCLUSIVE  linearizable is inconclusive", verdict("pass", false, HELD, UNKNOWN));
        assertEquals(
                "PASSED  leader-completeness failed, as expected", verdict("leader-completeness", false, HELD, BROKEN));
        assertEquals("FAILED  election-safety was expected to fail, and held", verdict("election-safety", false, HELD));
        assertEquals("INTERRUPTED  at 1m", verdict("pass", true, HELD));
    }

    @Test
    void coloursAreForTerminals() {
        Marks coloured = new Marks(Ansi.ON, StandardCharsets.UTF_8);
        assertTrue(RunSummary.verdict(result("pass", false, HELD), coloured).startsWith("\u001B[32m"));
    }

    private static String verdict(String expect, boolean interrupted, CheckVerdict... checks) {
        return RunSummary.verdict(result(expect, interrupted, checks), UTF_8);
    }

    private static RunResult result(String expect, boolean interrupted, CheckVerdict... checks) {
        List<CheckVerdict> all = List.of(checks);
        List<Threshold> thresholds = List.of(new Threshold("op-latency.p99", "< 500ms", "210ms", Verdict.PASS));
        OperationCounts operations = new OperationCounts(3871, 52, 77, 0);
        return new RunResult(
                new Source("raft", "", "", new Seed(42), false, Schedule.TIME, "0.1.0"),
                Judgement.of(all, thresholds, operations, expect, interrupted),
                new Extent(0x9F3C21AAL, 184_211, 60_000_000_000L, 420_000_000L, List.of(), 0),
                new SystemFacts("raft-kv", List.of("n1"), List.of("c1"), Map.of()),
                all,
                operations,
                List.of(new LatencyFigures(
                        "all", 3871, 8_600_000, 9_000_000, 210_000_000, 1_019_600_000, 1_020_000_000, 9_000_000)),
                List.of(new Goal("leader-changed", 3), new Goal("snapshot-installed", 0)),
                thresholds,
                new ExecutedPlan(
                        List.of(step("kill"), step("partition"), step("kill")),
                        "",
                        List.of("kill when leader-elected"),
                        List.of()),
                NodeReports.NONE,
                List.of(),
                new MetricFigures(List.of(), List.of(), List.of()),
                List.of("something was left out"));
    }

    private static Step step(String kind) {
        return new Step("f1", 0, null, kind, List.of("n1"), kind);
    }
}
