package dev.orrery.algorithms.lock.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.algorithms.lock.lamport.LamportLock;
import dev.orrery.algorithms.lock.maekawa.MaekawaLock;
import dev.orrery.algorithms.lock.ricartagrawala.RicartAgrawalaLock;
import dev.orrery.algorithms.lock.system.LockChaos;
import dev.orrery.algorithms.lock.system.LockRun;
import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.history.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PeerLocksTest {
    private static final long MS = LockRun.MS;
    private static final long SECOND = LockRun.SECOND;
    private static final int SEEDS = 50;

    /** Every peer with one client; the network ends after the last entry, so that no message is under way. */
    private static LockRun run(PeerLock lock, int peers, long seed, long think) {
        LockRun run = new LockRun(lock, seed, LockRun.calm(MS), peers + 1).clients(peers, think, 60 * SECOND);
        return run.until(5 * SECOND);
    }

    /** Messages of these kinds, and those of one entry times the entries that were begun and those that are over. */
    private static void assertExactly(long perEntry, LockRun run, String... kinds) {
        long over = run.count("release", Operation.Outcome.OK);
        long begun = run.count("acquire", Operation.Outcome.OK) + run.count("acquire", Operation.Outcome.OPEN);
        long sent = run.sent(kinds);
        assertTrue(over >= 8, "entries: " + over);
        assertTrue(
                over * perEntry <= sent && sent <= begun * perEntry,
                sent + " messages for " + over + " to " + begun + " entries");
    }

    @Test
    void lamportTakesThreeMessagesToEachOtherPeerAnEntry() {
        for (int peers : new int[] {1, 2, 3, 5, 8}) {
            LockRun quiet = run(new LamportLock(), peers, 1, 500 * MS);
            assertEquals(List.of(), quiet.violations());
            assertExactly(3L * (peers - 1), quiet, "LamportRequest", "LamportReply", "LamportRelease");
            LockRun busy = run(new LamportLock(), peers, 2, MS);
            assertEquals(List.of(), busy.violations());
            assertExactly(3L * (peers - 1), busy, "LamportRequest", "LamportReply", "LamportRelease");
        }
    }

    @Test
    void ricartAndAgrawalaTakeTwoMessagesToEachOtherPeerAnEntry() {
        for (int peers : new int[] {1, 2, 3, 5, 8}) {
            LockRun quiet = run(new RicartAgrawalaLock(), peers, 1, 500 * MS);
            assertEquals(List.of(), quiet.violations());
            assertExactly(2L * (peers - 1), quiet, "Request", "Permission");
            LockRun busy = run(new RicartAgrawalaLock(), peers, 2, MS);
            assertEquals(List.of(), busy.violations());
            assertExactly(2L * (peers - 1), busy, "Request", "Permission");
        }
    }

    @Test
    void maekawaTakesThreeToFiveMessagesToEachOtherOfTheQuorumAnEntry() {
        LockRun alone = new LockRun(new MaekawaLock(), 1, LockRun.calm(MS), 8)
                .clients(1, 100 * MS, 60 * SECOND)
                .until(5 * SECOND);
        String[] kinds = {"VoteRequest", "Locked", "Failed", "Inquire", "Yield", "Release"};
        assertExactly(3 * 2, alone, kinds);
        LockRun busy = run(new MaekawaLock(), 7, 2, MS);
        assertEquals(List.of(), busy.violations());
        long entries = busy.count("release", Operation.Outcome.OK);
        long sent = busy.sent(kinds);
        assertTrue(3 * 2 * entries <= sent && sent <= 5 * 2 * (entries + 7), sent + " for " + entries);
    }

    @Test
    void whereOnePeerIsGoneNobodyEntersAnyMoreIfAllAreAsked() {
        for (PeerLock lock : List.of(new LamportLock(), new RicartAgrawalaLock())) {
            LockRun run = new LockRun(lock, 3, LockRun.calm(MS), 6).clients(4, 5 * MS, SECOND);
            run.until(SECOND);
            run.simulation.kill(run.servers.get(4), CrashPolicy.LOSE_UNSYNCED);
            run.simulation.restart(run.servers.get(4));
            run.until(SECOND + 100 * MS);
            long before = run.count("acquire", Operation.Outcome.OK);
            run.until(20 * SECOND);
            assertEquals(before, run.count("acquire", Operation.Outcome.OK), lock.name());
            assertEquals(Outcome.FAIL, run.judge("deadlock-free").outcome(), lock.name());
            assertEquals(
                    "n5 takes no part any more after a crash since 1s",
                    String.valueOf(run.cluster.stallReason().between(SECOND, 20 * SECOND))
                            .replaceAll("since .*", "since 1s"));
        }
    }

    private static void survives(PeerLock lock, int peers) {
        for (int seed = 0; seed < SEEDS; seed++) {
            LockRun run = new LockRun(lock, seed, LockRun.weather(), peers + 1).clients(peers, 20 * MS, 20 * SECOND);
            LockChaos.withoutCrashesOfServers(run, seed, 8 * SECOND);
            run.until(25 * SECOND);
            long before = run.sections();
            run.until(40 * SECOND);
            String which = lock.name() + ", seed " + seed;
            assertEquals(List.of(), run.violations(), which);
            CheckResult linearizable = run.judge("linearizable");
            assertEquals(Outcome.PASS, linearizable.outcome(), which + ": " + linearizable.message());
            assertTrue(run.sections() > before + 10, which + ": nobody enters after the heal");
        }
    }

    @Test
    void lamportSurvivesLossDuplicatesPausesPartitionsAndDeadClients() {
        survives(new LamportLock(), 4);
    }

    @Test
    void ricartAndAgrawalaSurviveThem() {
        survives(new RicartAgrawalaLock(), 4);
    }

    @Test
    void maekawaSurvivesThem() {
        survives(new MaekawaLock(), 5);
    }

    @Test
    void theSameSeedGivesTheSameRun() {
        for (PeerLock lock : List.of(new LamportLock(), new RicartAgrawalaLock(), new MaekawaLock())) {
            assertEquals(
                    run(lock, 4, 9, 5 * MS).simulation.digest().value(),
                    run(lock, 4, 9, 5 * MS).simulation.digest().value());
        }
    }
}
