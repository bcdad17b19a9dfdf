package dev.orrery.algorithms.raft.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.check.CheckResult.Outcome;
import dev.orrery.sim.check.linearizability.LinearizabilityCheck;
import dev.orrery.sim.check.model.KeyValueModel;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.history.Operation;
import dev.orrery.sim.node.NodeId;
import dev.orrery.sim.system.SystemProvider;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class RaftKvTest {
    private static final long MS = KvRun.MS;
    private static final long SECOND = KvRun.SECOND;

    private static KvRun run(long seed, int servers, String... options) {
        return new KvRun(seed, SimulationConfig.DEFAULT, servers, options).clients(3, 10 * MS, SECOND);
    }

    @Test
    void aScenarioFindsItByItsName() {
        assertTrue(ServiceLoader.load(SystemProvider.class).stream()
                .anyMatch(provider -> provider.get().name().equals("raft-kv")));
    }

    @Test
    void everyOperationIsAnsweredWhereNothingFails() {
        for (int size : new int[] {1, 2, 3, 5}) {
            KvRun run = run(1, size);
            run.simulation.runUntil(5 * SECOND);
            assertTrue(run.history.count(Operation.Outcome.OK) > 500, size + " servers: " + run.history.size());
            assertEquals(0, run.history.count(Operation.Outcome.INFO), size + " servers");
            assertEquals(Outcome.PASS, run.linearizable().outcome(), size + " servers");
        }
    }

    @Test
    void itTellsWhereOperationsTookEffectSoThatNobodyHasToSearch() {
        for (long seed = 1; seed <= 3; seed++) {
            KvRun run = run(seed, 5);
            run.simulation.runUntil(SECOND);
            run.simulation.kill(run.leader(), CrashPolicy.LOSE_UNSYNCED);
            run.simulation.runUntil(5 * SECOND);
            LinearizabilityCheck oneStep = new LinearizabilityCheck(new KeyValueModel(), 1);
            assertEquals(Outcome.INCONCLUSIVE, oneStep.check(run.history).outcome(), "seed " + seed);
            assertEquals(Outcome.PASS, oneStep.check(run.history, run.witness).outcome(), "seed " + seed);
        }
    }

    @Test
    void anotherLeaderIsElectedWhenTheFirstOneIsKilled() {
        KvRun run = run(2, 5);
        run.simulation.runUntil(SECOND);
        NodeId first = run.leader();
        run.simulation.kill(first, CrashPolicy.LOSE_UNSYNCED);
        run.simulation.runUntil(2 * SECOND);
        assertTrue(!run.leader().equals(first));
    }

    @Test
    void aMinorityThatIsCutOffDoesNotStopTheOthers() {
        KvRun run = run(3, 5);
        run.simulation.runUntil(SECOND);
        NodeId leader = run.leader();
        NodeId other = run.servers.get((leader.index() + 1) % 5);
        run.simulation.partition(List.of(List.of(leader, other)));
        run.simulation.runUntil(3 * SECOND);
        int answered = run.history.count(Operation.Outcome.OK);
        run.simulation.runUntil(5 * SECOND);
        assertTrue(run.history.count(Operation.Outcome.OK) > answered + 100);
        assertEquals(
                Outcome.PASS, run.linearizable().outcome(), run.linearizable().message());
    }

    @Test
    void aClusterThatLosesPowerGoesOnWhereItWas() {
        KvRun run = run(4, 3);
        run.simulation.runUntil(SECOND);
        for (NodeId server : run.servers) {
            run.simulation.kill(server, CrashPolicy.LOSE_UNSYNCED);
            run.simulation.restart(server);
        }
        run.simulation.runUntil(3 * SECOND);
        assertTrue(run.history.count(Operation.Outcome.OK) > 300);
        assertEquals(
                Outcome.PASS, run.linearizable().outcome(), run.linearizable().message());
    }
}
