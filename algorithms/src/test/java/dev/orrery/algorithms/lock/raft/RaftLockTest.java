package dev.orrery.algorithms.lock.raft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.lock.system.LockChaos;
import dev.orrery.algorithms.lock.system.LockRun;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RaftLockTest {
    private static final long MS = LockRun.MS;
    private static final long SECOND = LockRun.SECOND;

    @Test
    void clientsEnterOneAfterTheOther() {
        LockRun run = new LockRun(new RaftLock(), 1, LockRun.calm(MS), 4).clients(4, 20 * MS, 5 * SECOND);
        run.until(10 * SECOND);
        assertTrue(run.sections() > 100, "sections: " + run.sections());
        assertEquals(List.of(), run.violations());
        assertEquals(Outcome.PASS, run.judge("linearizable").outcome());
    }

    @Test
    void theLeaderMayDieAndTheHolderKeepsTheLock() {
        LockRun run =
                new LockRun(new RaftLock(), 2, LockRun.calm(MS), 6, "lease", "3s").clients(3, 20 * MS, 10 * SECOND);
        run.until(2 * SECOND);
        long before = run.sections();
        for (NodeId server : run.servers) {
            if (run.simulation.role(server).equals("leader")) {
                run.simulation.kill(server, CrashPolicy.LOSE_UNSYNCED);
            }
        }
        run.until(8 * SECOND);
        assertTrue(run.sections() > before + 50, before + " and then " + run.sections());
        assertEquals(List.of(), run.violations());
    }

    @Test
    void aHolderThatDiesHoldsTheLockForASessionOnly() {
        LockRun run =
                new LockRun(new RaftLock(), 3, LockRun.calm(MS), 4, "lease", "1s").clients(2, 20 * MS, 10 * SECOND);
        run.until(2 * SECOND);
        run.simulation.kill(run.holder(), CrashPolicy.LOSE_UNSYNCED);
        long before = run.sections();
        run.until(6 * SECOND);
        assertTrue(run.sections() > before + 20, before + " and then " + run.sections());
        assertEquals(List.of(), run.violations());
    }

    @Test
    void itSurvivesCrashesPausesPartitionsAndJumpsOfAnyOfItsNodes() {
        for (int seed = 0; seed < 50; seed++) {
            LockRun run = new LockRun(new RaftLock(), seed, LockRun.weather(), 6, "lease", "1s", "fencing", "true")
                    .clients(3, 20 * MS, 3 * SECOND);
            LockChaos.on(run, seed, 4 * SECOND);
            run.until(6 * SECOND);
            long before = run.sections();
            run.until(9 * SECOND);
            assertEquals(List.of(), run.violations(), "seed " + seed);
            CheckResult linearizable = run.judge("linearizable");
            assertEquals(Outcome.PASS, linearizable.outcome(), "seed " + seed + ": " + linearizable.message());
            assertTrue(run.sections() > before, "seed " + seed + ": nobody enters after the heal");
        }
    }

    @Test
    void aTableThatIsRestoredGoesOnAsTheOneThatWasWritten() {
        LockTable table = new LockTable(100);
        assertEquals(1L, table.apply(LockTable.ENQUEUE, 7L, 1L));
        assertEquals(0L, table.apply(LockTable.ENQUEUE, 8L, 1L));
        table.apply(LockTable.TICK, 0L, 60L);
        assertEquals(1L, table.apply(LockTable.ALIVE, 7L, 1L));
        LockTable copy = new LockTable(100);
        copy.restore(table.snapshot());
        assertArrayEquals(table.snapshot(), copy.snapshot());
        // The one who waits was not heard of for too long, the owner was.
        copy.apply(LockTable.TICK, 0L, 60L);
        assertEquals(1L, copy.apply(LockTable.ALIVE, 7L, 1L));
        copy.apply(LockTable.LEAVE, 7L, 1L);
        assertEquals(0L, copy.apply(LockTable.ALIVE, 8L, 1L));
        assertEquals(2L, copy.apply(LockTable.TRY, 9L, 1L));
        assertEquals(0L, copy.apply(LockTable.TRY, 8L, 2L));
    }
}
