package dev.orrery.algorithms.lock.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.lock.system.LockChaos;
import dev.orrery.algorithms.lock.system.LockRun;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CentralLockTest {
    private static final long MS = LockRun.MS;
    private static final long SECOND = LockRun.SECOND;

    private static LockRun run(long seed, String... options) {
        return new LockRun(new CentralLock(), seed, LockRun.calm(MS), 2, options);
    }

    private static void assertPasses(LockRun run, String check, String... options) {
        CheckResult result = run.judge(check, options);
        assertEquals(Outcome.PASS, result.outcome(), result.message());
    }

    @Test
    void clientsEnterOneAfterTheOther() {
        LockRun run = run(1).clients(5, 5 * MS, SECOND).until(10 * SECOND);
        assertEquals(List.of(), run.violations());
        assertTrue(run.sections() > 500, "sections: " + run.sections());
        assertPasses(run, "linearizable");
        assertPasses(run, "deadlock-free");
    }

    @Test
    void anEntryTakesThreeMessagesAndTheAnswerToARelease() {
        LockRun run = run(2).clients(3, 50 * MS, SECOND).until(10 * SECOND);
        long entries = run.count("acquire", Operation.Outcome.OK);
        assertTrue(entries > 100);
        assertEquals(
                4,
                Math.round((double) run.sent("AcquireLock", "LockGranted", "ReleaseLock", "LockReleased") / entries));
    }

    @Test
    void aHolderThatDiesHoldsTheLockForALeaseOnly() {
        LockRun run = run(3, "lease", "1s").clients(2, 5 * MS, 5 * SECOND).until(SECOND);
        NodeId dead = run.holder();
        run.simulation.kill(dead, CrashPolicy.LOSE_UNSYNCED);
        long before = run.sections();
        run.until(SECOND + 900 * MS);
        assertTrue(run.sections() <= before + 1, "somebody entered though the lease was not over");
        run.until(4 * SECOND);
        assertTrue(run.sections() > before + 20, "nobody entered after the lease");
        assertEquals(List.of(), run.violations());
    }

    @Test
    void aServerThatHasCrashedWaitsUntilItsLeasesAreOver() {
        LockRun run = run(4, "lease", "1s")
                .clients(3, 5 * MS, 5 * SECOND, "length", "3s")
                .until(500 * MS);
        NodeId holder = run.holder();
        run.simulation.kill(run.servers.get(0), CrashPolicy.LOSE_UNSYNCED);
        run.simulation.restart(run.servers.get(0));
        run.until(20 * SECOND);
        assertEquals(List.of(), run.violations());
        assertTrue(run.sections() >= 2, holder + " held: " + run.sections());
    }

    @Test
    void aLockThatMayBeEnteredAgainKeepsItsTokenUntilItIsLeftAsOften() {
        LockRun run = run(6, "reentrant", "true")
                .clients(3, 5 * MS, SECOND, "reentry", "true")
                .until(5 * SECOND);
        assertTrue(run.sections() > 100);
        assertPasses(run, "linearizable", "reentry", "true");
        // Sections under way at the end have been entered and not left.
        long surplus = run.count("acquire", Operation.Outcome.OK) - 2 * run.sections();
        assertTrue(Math.abs(surplus) <= 2, () -> surplus + " too many");
    }

    @Test
    void acquiringTwiceIsRefusedUnlessTheLockMayBeEnteredAgain() {
        LockRun run = run(7).clients(1, 5 * MS, SECOND, "reentry", "true").until(SECOND);
        assertTrue(run.count("acquire", Operation.Outcome.FAIL) > 10);
        assertTrue(run.sections() > 10);
    }

    @Test
    void aLockNeedsAServerAndAResource() {
        for (int nodes : new int[] {1, 3}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new LockRun(new CentralLock(), 1, LockRun.calm(MS), nodes));
        }
    }

    @Test
    void itLosesNoUpdateAndGoesOnUnderLossDuplicatesAndCrashes() {
        for (int seed = 0; seed < 50; seed++) {
            LockRun run = new LockRun(new CentralLock(), seed, LockRun.weather(), 2, "lease", "1s", "fencing", "true")
                    .clients(4, 20 * MS, 2 * SECOND);
            LockChaos.on(run, seed, 10 * SECOND);
            run.until(10 * SECOND);
            long before = run.sections();
            run.until(15 * SECOND);
            assertEquals(List.of(), run.violations(), "seed " + seed);
            CheckResult linearizable = run.judge("linearizable");
            assertEquals(Outcome.PASS, linearizable.outcome(), "seed " + seed + ": " + linearizable.message());
            assertTrue(run.sections() > before + 10, "seed " + seed + ": nobody enters after the heal");
        }
    }
}
