package dev.orrery.algorithms.paxos.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.CheckResult;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.random.RandomStream;
import dev.orrery.sim.random.Seed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clusters under faults: all invariants hold, the history is linearizable, and afterwards all goes on. */
final class MultiPaxosKvTest {
    private static final long MS = PaxosRun.MS;
    private static final long SECOND = PaxosRun.SECOND;
    private static final int SEEDS = 5;

    private static void keepsItsPromises(PaxosRun run, String which) {
        assertEquals(List.of(), run.simulation.violations(), which);
        CheckResult linearizable = run.linearizable();
        assertEquals(Outcome.PASS, linearizable.outcome(), which + ": " + linearizable.message());
    }

    /** Crashes, pauses and partitions for some seconds, then none. */
    private static void survives(long seed, int servers, String... options) {
        PaxosRun run = new PaxosRun(seed, PaxosRun.weather(), servers, options).clients(4, 20 * MS, SECOND);
        RandomStream random = new RandomStream(new Seed(seed).key("chaos"));
        for (long at = 100 * MS; at < 6 * SECOND; at += random.between(MS, 300 * MS)) {
            run.simulation.at(at, () -> strike(run, random));
        }
        run.simulation.at(6 * SECOND, () -> {
            run.simulation.healNetwork();
            run.servers.forEach(run.simulation::resume);
            run.servers.forEach(run.simulation::restart);
        });
        run.simulation.runUntil(6 * SECOND);
        int before = run.simulation.history().count(Operation.Outcome.OK);
        run.simulation.runUntil(9 * SECOND);
        String which = "seed " + seed + ", " + servers + " servers";
        keepsItsPromises(run, which);
        assertTrue(
                run.simulation.history().count(Operation.Outcome.OK) > before,
                which + ": nobody is answered after the heal");
    }

    private static void strike(PaxosRun run, RandomStream random) {
        NodeId victim = random.pick(run.servers);
        switch (random.below(5)) {
            case 0, 1 -> {
                run.simulation.kill(victim, random.below(4) == 0 ? CrashPolicy.KEEP : CrashPolicy.LOSE_UNSYNCED);
                run.simulation.at(
                        run.simulation.now() + random.between(0, 400 * MS), () -> run.simulation.restart(victim));
            }
            case 2 -> {
                List<NodeId> one = new ArrayList<>();
                run.servers.stream().filter(server -> random.below(2) == 0).forEach(one::add);
                run.simulation.partition(List.of(one));
            }
            case 3 -> run.simulation.healNetwork();
            default -> {
                run.simulation.pause(victim);
                run.simulation.at(
                        run.simulation.now() + random.between(MS, 600 * MS), () -> run.simulation.resume(victim));
            }
        }
    }

    @Test
    void fiveServersKeepTheirPromisesThroughCrashesPartitionsAndPauses() {
        for (int seed = 0; seed < SEEDS; seed++) {
            survives(seed, 5);
        }
    }

    @Test
    void smallQuorumsToChooseKeepThem() {
        for (int seed = 0; seed < SEEDS; seed++) {
            survives(seed, 5, "phase-2-quorum", "2");
        }
    }

    @Test
    void theyKeepThemWithoutPreVoteAndOneInstanceAtATime() {
        for (int seed = 0; seed < SEEDS; seed++) {
            survives(seed, 3, "pre-vote", "false", "window", "1", "max-entries", "1");
        }
    }

    @Test
    void aReplicaThatLostItsDiskLearnsAndDoesNotVote() {
        PaxosRun run = new PaxosRun(3, PaxosRun.weather(), 3).clients(2, 20 * MS, SECOND);
        run.simulation.runUntil(SECOND);
        NodeId lost = run.servers.get((run.leader().index() + 1) % 3);
        run.simulation.kill(lost, CrashPolicy.WIPE);
        run.simulation.restart(lost);
        run.simulation.runUntil(3 * SECOND);
        assertEquals("learner", run.simulation.role(lost));
        assertTrue(run.server(lost).lastApplied() > 0, "it learns what is chosen");
        keepsItsPromises(run, "seed 3");
    }

    @Test
    void withoutAQuorumTheReasonNamesWhoIsDown() {
        PaxosRun run = new PaxosRun(5, PaxosRun.weather(), 3).clients(2, 10 * MS, SECOND);
        run.simulation.runUntil(SECOND);
        NodeId leader = run.leader();
        run.servers.stream()
                .filter(server -> !server.equals(leader))
                .forEach(server -> run.simulation.kill(server, CrashPolicy.LOSE_UNSYNCED));
        run.simulation.runUntil(3 * SECOND);
        String reason = run.cluster.stallReason().between(1_500 * MS, 3 * SECOND);
        assertNotNull(reason);
        assertTrue(reason.contains("no leader since") && reason.contains(leader + " had led"), reason);
    }
}
