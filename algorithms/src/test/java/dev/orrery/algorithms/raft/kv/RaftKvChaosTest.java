package dev.orrery.algorithms.raft.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.history.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clusters under faults at random: all invariants hold, the history is linearizable, and afterwards all goes on. */
final class RaftKvChaosTest {
    private static final long MS = KvRun.MS;
    private static final long SECOND = KvRun.SECOND;
    private static final int SEEDS = Integer.getInteger("chaos.seeds", 40);
    private static final int FIRST = Integer.getInteger("chaos.first", 0);

    private static KvRun run(long seed, int servers, boolean disks, String... options) {
        KvRun run = new KvRun(seed, Chaos.weather(), servers, options).clients(4, 20 * MS, SECOND);
        Chaos.on(run, seed, 8 * SECOND, disks);
        run.simulation.runUntil(8 * SECOND);
        int before = run.history.count(Operation.Outcome.OK);
        run.simulation.runUntil(12 * SECOND);
        String which = "seed " + seed + ", " + servers + " servers";
        assertEquals(List.of(), run.violations(), which);
        CheckResult linearizable = run.linearizable();
        assertEquals(Outcome.PASS, linearizable.outcome(), which + ": " + linearizable.message());
        assertTrue(run.history.count(Operation.Outcome.OK) > before, which + ": nobody is answered after the heal");
        return run;
    }

    @Test
    void fiveServersKeepTheirPromisesThroughCrashesPartitionsAndPauses() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            run(seed, 5, false);
        }
    }

    @Test
    void threeServersKeepThemThroughFailingDisksToo() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            run(seed, 3, true);
        }
    }

    @Test
    void theyKeepThemWithoutPreVoteAndWithOneEntryAMessage() {
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            run(
                    seed,
                    5,
                    true,
                    "pre-vote",
                    "false",
                    "max-entries",
                    "1",
                    "election-timeout",
                    "60ms..120ms",
                    "heartbeat",
                    "20ms");
        }
    }
}
