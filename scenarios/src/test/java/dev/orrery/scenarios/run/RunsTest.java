package dev.orrery.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.ClockSpec;
import dev.orrery.scenarios.Threshold;
import dev.orrery.scenarios.result.CheckVerdict;
import dev.orrery.scenarios.result.RunResult;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.sim.check.Check;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.HistoryCheck;
import dev.orrery.sim.fault.Trigger.Comparison;
import dev.orrery.sim.history.History;
import dev.orrery.sim.random.Distribution;
import dev.orrery.sim.random.Seed;
import dev.orrery.sim.time.Durations;
import dev.orrery.sim.workload.Load;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class RunsTest {
    private final Notebooks notebooks = new Notebooks();

    @Test
    void aSystemThatKeepsItsPromisesPasses() {
        RunResult result = run(1);
        assertEquals(
                Verdict.PASS,
                result.judgement().verdict(),
                () -> result.checks().toString());
        assertEquals(
                List.of("linearizable", "no-page-lost"),
                result.checks().stream().map(CheckVerdict::name).toList());
        assertEquals("8 pages", result.checks().get(1).message());
        assertEquals(List.of("n1", "n2", "n3"), result.system().nodes());
        assertEquals(List.of("c1", "c2", "c3", "c4"), result.system().clients());
        assertEquals(2 * Notebooks.SECOND, result.extent().virtualNanos());
        assertEquals(List.of(new RunResult.Goal("opened", 1)), result.goals());
        assertEquals("keeper", result.reports().roles().get(0).role());
        assertEquals("Ask", result.messages().get(1).type());
        assertEquals(result.operations().all(), result.messages().get(1).sent());
    }

    @Test
    void aRunIsAFunctionOfItsSeed() {
        for (long seed = 0; seed < 5; seed++) {
            long digest = run(seed).extent().digest();
            assertEquals(digest, run(seed).extent().digest(), "seed " + seed);
            assertTrue(digest != run(seed + 1).extent().digest(), "seed " + seed + " and the next");
        }
    }

    @Test
    void howARunIsLookedAtChangesNothingThatHappens() {
        long digest = run(1).extent().digest();
        for (RunOptions options : List.of(
                RunOptions.LEAN,
                RunOptions.DEFAULT.keepGoing(true),
                RunOptions.DEFAULT.recording(new Recording.Last(100)))) {
            RunResult other =
                    Runs.run(notebooks.subject(), new Seed(1), options).result();
            assertEquals(digest, other.extent().digest(), options::toString);
        }
    }

    @Test
    void aRunInWhichNobodyAsksIsInconclusive() {
        notebooks.load = new Load.Closed(1, Distribution.constant(10 * Notebooks.SECOND));
        RunResult result = run(1);
        assertEquals(Verdict.INCONCLUSIVE, result.judgement().verdict());
        assertEquals("no operation was answered", result.judgement().words());
    }

    @Test
    void aLimitIsHeldAgainstWhatWasMeasured() {
        notebooks.thresholds = List.of(limit("op-latency.p99", Threshold.Measure.P99, Comparison.LESS, 1));
        RunResult result = run(1);
        assertEquals(Verdict.FAIL, result.judgement().verdict());
        assertEquals("op-latency.p99 failed", result.judgement().words());
        assertEquals("< 1ns", result.thresholds().get(0).limit());
        assertEquals(
                Durations.format(result.latency().get(0).p99()),
                result.thresholds().get(0).value());
    }

    @Test
    void tenThousandNodesTakePart() {
        notebooks.nodes = 10_000;
        RunResult result = run(1);
        assertEquals(
                Verdict.PASS,
                result.judgement().verdict(),
                () -> result.checks().toString());
        assertEquals(10_000, result.system().nodes().size());
        assertEquals("n10000", result.reports().roles().get(9_999).node());
    }

    @Test
    void clocksThatAreOffShowToWhoeverReadsThem() {
        List<Long> opened = new ArrayList<>();
        for (long skew : List.of(0L, Notebooks.SECOND)) {
            notebooks.clock = new ClockSpec(skew, 0);
            opened.add(run(1).reports().states().get(0).value());
        }
        assertNotEquals(opened.get(0), opened.get(1));
        assertTrue(Math.abs(opened.get(1) - opened.get(0)) <= Notebooks.SECOND, opened::toString);
    }

    @Test
    void aWatcherEndsARun() {
        notebooks.duration = 3600 * Notebooks.SECOND;
        RunResult result = Runs.run(
                        notebooks.subject(),
                        new Seed(1),
                        RunOptions.DEFAULT.watcher((now, events) -> now < 10 * Notebooks.SECOND))
                .result();
        assertTrue(result.judgement().interrupted());
        assertEquals(Verdict.INCONCLUSIVE, result.judgement().verdict());
        assertTrue(
                result.extent().virtualNanos() < 100 * Notebooks.SECOND,
                () -> result.extent().toString());
        assertTrue(result.operations().ok() > 0);
    }

    /** Tells that it has begun, and then nothing any more. */
    private record Endless(CountDownLatch begun) implements HistoryCheck {
        @Override
        public String name() {
            return "endless";
        }

        @Override
        public CheckResult check(History history) {
            begun.countDown();
            while (true) {
                LockSupport.park();
            }
        }
    }

    @Test
    void aWatcherEndsAJudgementThatTakesTooLong() {
        CountDownLatch thinking = new CountDownLatch(1);
        notebooks.moreChecks =
                List.of(new Check.OnHistory("endless", "Never comes to an end.", () -> new Endless(thinking)));
        RunResult result = Runs.run(
                        notebooks.subject(),
                        new Seed(1),
                        RunOptions.DEFAULT.watcher(Watcher.PATIENT.andWhile(() -> thinking.getCount() > 0)))
                .result();
        assertTrue(result.judgement().interrupted());
        CheckVerdict endless = result.checks().get(result.checks().size() - 1);
        assertEquals("not judged, since the run was interrupted", endless.message());
        assertEquals(Verdict.PASS, result.checks().get(1).verdict());
    }

    private static Threshold limit(String name, Threshold.Measure measure, Comparison comparison, long limit) {
        return new Threshold(
                name, measure, Threshold.ALL_OPERATIONS, comparison, BigDecimal.valueOf(limit), limit + "ns");
    }

    private RunResult run(long seed) {
        return Runs.run(notebooks.subject(), new Seed(seed), RunOptions.DEFAULT).result();
    }
}
