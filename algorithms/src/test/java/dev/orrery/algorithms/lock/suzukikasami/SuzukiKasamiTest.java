package dev.orrery.algorithms.lock.suzukikasami;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

final class SuzukiKasamiTest {
    private static final long MS = LockRun.MS;
    private static final long SECOND = LockRun.SECOND;

    private static LockRun run(long seed, int peers, String... options) {
        return new LockRun(new SuzukiKasamiLock(), seed, LockRun.calm(MS), peers + 1, options);
    }

    @Test
    void thePeerThatHasTheTokenEntersWithoutAMessage() {
        LockRun run = run(1, 5).clients(1, 20 * MS, SECOND).until(5 * SECOND);
        assertTrue(run.sections() > 50);
        assertEquals(0, run.sent("TokenRequest", "Token"));
    }

    @Test
    void othersTakeAtMostAsManyMessagesAsThereArePeers() {
        for (int peers : new int[] {2, 3, 5, 8}) {
            LockRun run = run(2, peers).clients(peers, 50 * MS, 60 * SECOND).until(10 * SECOND);
            long entries = run.count("acquire", Operation.Outcome.OK);
            long begun = entries + run.count("acquire", Operation.Outcome.OPEN);
            assertTrue(entries > 50);
            assertTrue(run.sent("TokenRequest", "Token") <= begun * peers, peers + " peers");
            assertEquals(0, run.sent("TokenRequest") % (peers - 1));
            assertEquals(List.of(), run.violations());
        }
    }

    @Test
    void aTokenThatIsLostWithItsHolderIsMadeAnewWhenThatOneIsBack() {
        LockRun run = run(3, 4, "lease", "1s", "token-timeout", "2s")
                .clients(4, 20 * MS, 20 * SECOND)
                .until(SECOND);
        NodeId inside = run.servers.stream()
                .filter(server -> run.simulation.role(server).equals("inside"))
                .findFirst()
                .orElse(run.servers.get(0));
        run.simulation.kill(inside, CrashPolicy.LOSE_UNSYNCED);
        run.until(8 * SECOND);
        long before = run.sections();
        run.simulation.restart(inside);
        run.until(20 * SECOND);
        assertTrue(run.sections() > before + 20, before + " and then " + run.sections());
        assertEquals(List.of(), run.violations());
    }

    @Test
    void exclusionHoldsThroughLossDuplicatesCrashesPausesAndPartitions() {
        for (int seed = 0; seed < 50; seed++) {
            LockRun run = new LockRun(
                            new SuzukiKasamiLock(),
                            seed,
                            LockRun.weather(),
                            5,
                            "lease",
                            "1s",
                            "token-timeout",
                            "500ms",
                            "fencing",
                            "true")
                    .clients(4, 20 * MS, 20 * SECOND);
            LockChaos.on(run, seed, 8 * SECOND);
            run.until(20 * SECOND);
            long before = run.sections();
            run.until(35 * SECOND);
            assertEquals(List.of(), run.violations(), "seed " + seed);
            CheckResult linearizable = run.judge("linearizable");
            assertEquals(Outcome.PASS, linearizable.outcome(), "seed " + seed + ": " + linearizable.message());
            assertTrue(run.sections() > before + 10, "seed " + seed + ": nobody enters after the heal");
        }
    }
}
