package dev.orrery.scenarios.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.scenarios.folder.FolderException;
import dev.orrery.scenarios.result.Verdict;
import dev.orrery.scenarios.run.RunOptions;
import dev.orrery.scenarios.run.Runs;
import dev.orrery.scenarios.run.Subject;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SweepTest {
    private static final String SEEDS = "100";

    @Test
    void theSummaryIsTheSameOnAnyNumberOfThreads() throws FolderException {
        Part one = Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, 1);
        Part four = Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, 4);
        assertEquals(PartFile.text(one), PartFile.text(four));
        assertEquals(Sweeps.json(one), Sweeps.json(four));
    }

    @Test
    void everySeedIsJudgedAsIfItWereRunAlone() throws FolderException {
        Subject subject = Sweeps.subject(Sweeps.FORGETFUL);
        List<Long> failed = new ArrayList<>();
        for (long seed = 0; seed < 100; seed++) {
            if (Runs.run(subject, new Seed(seed), RunOptions.DEFAULT)
                            .result()
                            .judgement()
                            .verdict()
                    == Verdict.FAIL) {
                failed.add(seed);
            }
        }
        Summary summary = new Summary(Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, 2));
        assertTrue(!failed.isEmpty() && failed.size() < 100, failed::toString);
        assertEquals(failed.size(), summary.failed());
        assertEquals(100 - failed.size(), summary.passed());
        assertEquals(failed.get(0), summary.failures().get(0).smallest());
    }

    @Test
    void whatWasInterruptedGoesOnToTheSameSummary() throws FolderException {
        Subject subject = Sweeps.subject(Sweeps.FORGETFUL);
        Part part = Part.begin(Sweeps.plan(subject, "400"));
        List<Long> stops = new ArrayList<>();
        while (!part.isComplete()) {
            Interrupter interrupter = new Interrupter(part.done());
            Part left = Sweep.goOn(subject, part, new Sweep.Limits(2, false, Long.MAX_VALUE), interrupter);
            assertEquals(PartFile.text(left), interrupter.kept);
            stops.add(left.done());
            part = PartFile.read(interrupter.kept);
        }
        assertTrue(stops.size() > 1, stops::toString);
        assertEquals(PartFile.text(Sweeps.sweep(Sweeps.FORGETFUL, "400", 1)), PartFile.text(part));
    }

    /** Ends a sweep as soon as more seeds than before are done, and keeps what it has then. */
    private static final class Interrupter implements Sweep.Overseer {
        private final long before;
        private String kept = "";

        Interrupter(long before) {
            this.before = before;
        }

        @Override
        public boolean at(long done, long failed) {
            return done <= before;
        }

        @Override
        public void keep(String part) {
            kept = part;
        }
    }

    @Test
    void anInterruptedSweepSaysSoAndTellsOfItsFirstSeeds() throws FolderException {
        Subject subject = Sweeps.subject(Sweeps.CAREFUL.replace("duration: 1s", "duration: 700h"));
        Part part = Sweep.run(
                subject, Sweeps.plan(subject, SEEDS), new Sweep.Limits(2, false, Long.MAX_VALUE), new Interrupter(-1));
        assertEquals(Ending.INTERRUPTED, part.ending());
        assertEquals(part.done(), part.tally().runs());
    }

    @Test
    void theTimeLimitEndsASweep() throws FolderException {
        Part part = Sweeps.sweep(
                Sweeps.CAREFUL.replace("duration: 1s", "duration: 700h"), SEEDS, new Sweep.Limits(2, false, 1));
        assertEquals(Ending.TIME_LIMIT, part.ending());
    }

    @Test
    void atTheFirstFailureItEndsWithTheSmallestSeedThatFails() throws FolderException {
        Part whole = Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, 2);
        long smallest = new Summary(whole).failures().get(0).smallest();
        for (int jobs = 1; jobs <= 4; jobs++) {
            Part part = Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, new Sweep.Limits(jobs, true, Long.MAX_VALUE));
            assertEquals(Ending.FIRST_FAILURE, part.ending());
            assertEquals(smallest + 1, part.done(), "on " + jobs + " threads");
            assertEquals(1, part.tally().failures.runs());
        }
    }

    @Test
    void aSystemThatThrowsIsAFindingOfItsSeedAndNotTheEnd() throws FolderException {
        for (String trick : List.of("throw", "recurse")) {
            Summary summary = new Summary(Sweeps.sweep(trickster(trick), "0x10..0x13", 2));
            assertEquals(4, summary.failed(), trick);
            Group group = summary.failures().get(0);
            assertEquals("no-exception", group.signature().check());
            assertEquals(0x10, group.smallest());
        }
    }

    @Test
    void memoryThatRunsOutInACheckIsAFindingOfItsSeedAndNotTheEnd() throws FolderException {
        Summary summary = new Summary(Sweeps.sweep(Sweeps.CAREFUL + "checks: [tricky-memory]\n", "4", 2));
        assertEquals(4, summary.failed());
        assertEquals(
                "crash: java.lang.OutOfMemoryError",
                summary.failures().get(0).signature().toString());
        assertEquals(Verdict.FAIL, summary.verdict());
    }

    @Test
    void runsWithoutAVerdictAreNoPasses() throws FolderException {
        Summary summary = new Summary(Sweeps.sweep(trickster("none"), "4", 1));
        assertEquals(Verdict.INCONCLUSIVE, summary.verdict());
        assertEquals(4, summary.inconclusive());
        assertEquals(1, summary.doubts().size());
    }

    @Test
    void aGoalThatNobodySeesFailsTheSweep() throws FolderException {
        Summary seen = new Summary(Sweeps.sweep(Sweeps.CAREFUL, "4", 1));
        assertEquals(Verdict.PASS, seen.verdict(), () -> seen.words().toString());
        assertEquals(4, seen.goal("opened").runs());

        Summary missed = new Summary(Sweeps.sweep("""
                name: steady
                system: {name: raft-kv, nodes: 3}
                duration: 1s
                workload: {name: register, clients: 1, rate: 50/s}
                goals: [entry-overwritten]
                """, "4", 1));
        assertEquals(List.of("entry-overwritten"), missed.goalsMissed());
        assertEquals(Verdict.FAIL, missed.verdict());
        assertEquals(List.of("no run has seen entry-overwritten"), missed.words());
    }

    @Test
    void anExpectedFailureIsToShowInSomeRun() throws FolderException {
        Summary shown = new Summary(Sweeps.sweep(Sweeps.FORGETFUL + "expect: no-page-lost\n", SEEDS, 2));
        assertEquals(Verdict.PASS, shown.verdict(), () -> shown.words().toString());
        assertTrue(shown.shown() > 0 && shown.shown() < 100, () -> shown.shown() + " runs");

        Summary held = new Summary(Sweeps.sweep(Sweeps.CAREFUL + "expect: no-page-lost\n", "4", 2));
        assertEquals(Verdict.FAIL, held.verdict());
        assertEquals(List.of("no-page-lost was expected to fail, and held in all runs"), held.words());
    }

    @Test
    void faultsAreCountedByKindAndByPair() throws FolderException {
        Summary summary = new Summary(Sweeps.sweep(Sweeps.FORGETFUL, SEEDS, 1));
        FaultTable.Row kill = row(summary, "kill", "kill");
        FaultTable.Row both = row(summary, "delay", "kill");
        assertEquals(100, kill.runs());
        assertEquals(summary.failed(), kill.failed());
        assertTrue(both.runs() > 0 && both.runs() < 100, both::toString);
        assertTrue(both.failed() <= kill.failed(), both::toString);
    }

    @Test
    void otherSeedsAreAnotherSweep() throws FolderException {
        assertNotEquals(
                Sweeps.json(Sweeps.sweep(Sweeps.FORGETFUL, "0..19", 1)),
                Sweeps.json(Sweeps.sweep(Sweeps.FORGETFUL, "20..39", 1)));
    }

    @Test
    void theLastSeedOfAllCanBeSwept() throws FolderException {
        Summary summary = new Summary(Sweeps.sweep(Sweeps.CAREFUL, "0xFFFFFFFFFFFFFFFE..0xFFFFFFFFFFFFFFFF", 2));
        assertEquals(2, summary.passed());
    }

    private static FaultTable.Row row(Summary summary, String kind, String other) {
        return summary.faults().stream()
                .filter(row -> row.kind().equals(kind) && row.other().equals(other))
                .findFirst()
                .orElseThrow();
    }

    private static String trickster(String trick) {
        return """
                name: trick
                system: {name: trickster, nodes: 2, options: {trick: %s}}
                duration: 100ms
                network: {latency: 0s}
                workload: {name: register, clients: 1, think: 10ms, mix: {read: 1}}
                checks: [linearizable]
                """.formatted(trick);
    }
}
