package dev.orrery.algorithms.raft.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.network.LinkCondition;
import dev.orrery.sim.random.Probability;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clusters under faults at random: all invariants hold, the history is linearizable, and afterwards all goes on. */
final class RaftKvChaosTest {
    private static final long MS = KvRun.MS;
    private static final long SECOND = KvRun.SECOND;
    private static final int SEEDS = 20;

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
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed, 5, false);
        }
    }

    @Test
    void threeServersKeepThemThroughFailingDisksToo() {
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed, 3, true);
        }
    }

    @Test
    void theyKeepThemWhileLogsAreCutAndSnapshotsTravelInSmallChunks() {
        String[] options = {"snapshot-after", "20", "snapshot-keep", "5", "snapshot-chunk", "100"};
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed, 3, true, options);
            run(100 + seed, 5, true, options);
        }
    }

    @Test
    void theyKeepThemWhereLeadersAnswerReadsFromTheirState() {
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed, 5, true, "reads", "read-index");
            run(seed, 5, true, "reads", "lease", "lease", "140ms", "leader-stickiness", "true");
            run(
                    seed,
                    3,
                    true,
                    "reads",
                    "lease",
                    "leader-stickiness",
                    "true",
                    "check-quorum",
                    "true",
                    "snapshot-after",
                    "20",
                    "pre-vote",
                    "false");
        }
    }

    @Test
    void theyKeepThemWithSeveralMessagesUnderWay() {
        for (int seed = 0; seed < SEEDS; seed++) {
            run(seed, 5, true, "max-inflight", "8", "max-entries", "2", "max-inflight-bytes", "600");
            run(seed, 3, true, "max-inflight", "100", "snapshot-after", "20", "reads", "read-index");
        }
    }

    /** Damage that nobody notices may break any promise, but it is judged as any other run is. */
    @Test
    void messagesWithFlippedBitsEndNoRunBeforeItsTime() {
        for (int seed = 0; seed < 10; seed++) {
            KvRun run = new KvRun(seed, Chaos.weather(), 3, "snapshot-after", "20", "snapshot-chunk", "100")
                    .clients(4, 20 * MS, SECOND);
            run.simulation.impose(
                    new LinkCondition.Corrupting(Probability.percent(5), Probability.NEVER, false),
                    (from, to) -> true,
                    "corrupt");
            run.simulation.runUntil(4 * SECOND);
            run.linearizable();
        }
    }

    @Test
    void theyKeepThemWithoutPreVoteAndWithOneEntryAMessage() {
        for (int seed = 0; seed < SEEDS; seed++) {
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
