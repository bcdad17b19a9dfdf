package dev.orrery.algorithms.lock.redlock;

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

final class RedlockTest {
    private static final long MS = LockRun.MS;
    private static final long SECOND = LockRun.SECOND;

    private static LockRun run(long seed, int stores, String... options) {
        return new LockRun(new Redlock(), seed, LockRun.calm(MS), stores + 1, options);
    }

    @Test
    void anEntryAsksAllStoresTwice() {
        LockRun run = run(1, 5).clients(1, 20 * MS, SECOND).until(5 * SECOND);
        assertTrue(run.sections() > 50);
        assertEquals(5 * run.count("acquire", Operation.Outcome.OK), run.sent("SetIfAbsent"));
        // At the end one client may hold what it has asked of five stores.
        long held = run.sent("SetIfAbsent") - run.sent("CompareAndDelete");
        assertTrue(Math.abs(held) <= 5, () -> held + " keys were set and not deleted");
        assertEquals(List.of(), run.violations());
    }

    @Test
    void clientsThatSplitTheStoresUnlockThemAndTryAgain() {
        LockRun run = run(2, 5).clients(5, 20 * MS, 10 * SECOND).until(20 * SECOND);
        assertTrue(run.sections() > 50, "sections: " + run.sections());
        assertEquals(List.of(), run.violations());
        assertEquals(Outcome.PASS, run.judge("linearizable").outcome());
    }

    @Test
    void aMinorityOfStoresThatIsDownKeepsNobodyOut() {
        LockRun run = run(3, 5).clients(2, 20 * MS, 5 * SECOND);
        run.simulation.kill(run.servers.get(0), CrashPolicy.LOSE_UNSYNCED);
        run.simulation.kill(run.servers.get(3), CrashPolicy.LOSE_UNSYNCED);
        run.until(10 * SECOND);
        assertTrue(run.sections() > 30, "sections: " + run.sections());
    }

    @Test
    void aHolderThatDiesHoldsTheLockUntilItsKeysExpire() {
        LockRun run = run(4, 3, "ttl", "1s")
                .clients(2, 5 * MS, 5 * SECOND, "length", "50ms")
                .until(SECOND);
        NodeId dead = run.holder();
        run.simulation.kill(dead, CrashPolicy.LOSE_UNSYNCED);
        long before = run.sections();
        run.until(5 * SECOND);
        assertTrue(run.sections() > before + 10);
        assertEquals(List.of(), run.violations());
    }

    @Test
    void nobodyGetsALockThatLivesNoLongerThanTheRoundTrip() {
        LockRun run = new LockRun(new Redlock(), 5, LockRun.calm(20 * MS), 4, "ttl", "30ms")
                .clients(2, 20 * MS, SECOND)
                .until(10 * SECOND);
        assertEquals(0, run.count("acquire", Operation.Outcome.OK));
        assertEquals(Outcome.FAIL, run.judge("deadlock-free", "patience", "5s").outcome());
    }

    @Test
    void aSectionThatOutlastsTheKeysIsLostUnlessTheHolderAsksForMoreTime() {
        LockRun lost =
                run(6, 3, "ttl", "200ms").clients(1, MS, SECOND, "length", "1s").until(5 * SECOND);
        assertEquals(0, lost.sections());
        LockRun kept = run(6, 3, "ttl", "200ms", "prolong", "true").clients(1, MS, 5 * SECOND, "length", "1s");
        kept.until(5 * SECOND);
        assertTrue(kept.sections() >= 4, "sections: " + kept.sections());
    }

    @Test
    void aQuorumIsAMajorityAndNoMoreThanAllStores() {
        assertThrows(IllegalArgumentException.class, () -> run(1, 5, "quorum", "6"));
        assertThrows(IllegalArgumentException.class, () -> run(1, 5, "quorum", "2"));
        assertThrows(IllegalArgumentException.class, () -> run(1, 5, "ttl", "0s"));
    }

    private static void survives(String durable) {
        for (int seed = 0; seed < 50; seed++) {
            LockRun run = new LockRun(
                            new Redlock(),
                            seed,
                            LockRun.weather(),
                            6,
                            "ttl",
                            "1s",
                            "store-timeout",
                            "100ms",
                            "durable",
                            durable,
                            "fencing",
                            "true")
                    .clients(3, 20 * MS, 2 * SECOND);
            LockChaos.on(run, seed, 10 * SECOND);
            run.until(10 * SECOND);
            long before = run.sections();
            run.until(15 * SECOND);
            String which = "seed " + seed + ", durable " + durable;
            assertEquals(List.of(), run.violations(), which);
            CheckResult linearizable = run.judge("linearizable");
            assertEquals(Outcome.PASS, linearizable.outcome(), which + ": " + linearizable.message());
            assertTrue(run.sections() > before + 5, which + ": nobody enters after the heal");
        }
    }

    @Test
    void storesThatForgetTheirKeysButWaitKeepExclusionThroughCrashesAndPauses() {
        survives("false");
    }

    @Test
    void storesWithDurableKeysKeepItToo() {
        survives("true");
    }
}
