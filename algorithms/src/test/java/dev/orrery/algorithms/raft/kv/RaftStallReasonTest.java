package dev.orrery.algorithms.raft.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.SimulationConfig;
import dev.orrery.sim.disk.CrashPolicy;
import dev.orrery.sim.node.NodeId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RaftStallReasonTest {
    private static final long MS = KvRun.MS;
    private static final long SECOND = KvRun.SECOND;

    private final KvRun run =
            new KvRun(5, SimulationConfig.DEFAULT, 3, "check-quorum", "false").clients(2, 10 * MS, SECOND);

    private String reason(long from, long to) {
        String reason = run.cluster.stallReason().between(from, to);
        assertNotNull(reason);
        return reason;
    }

    @Test
    void aMajorityThatIsDownElectsNobody() {
        run.simulation.runUntil(SECOND);
        NodeId leader = run.leader();
        NodeId other = run.servers.get((leader.index() + 1) % 3);
        run.simulation.kill(other, CrashPolicy.LOSE_UNSYNCED);
        run.simulation.kill(leader, CrashPolicy.LOSE_UNSYNCED);
        run.simulation.runUntil(3 * SECOND);
        assertEquals(
                "no leader since 1s, when " + leader + " had led term 1; nobody began an election",
                reason(1_100 * MS, 3 * SECOND));
    }

    @Test
    void withoutPreVoteItsElectionsAreCounted() {
        KvRun plain = new KvRun(5, SimulationConfig.DEFAULT, 3, "pre-vote", "false");
        for (NodeId server : plain.servers.subList(0, 2)) {
            plain.simulation.kill(server, CrashPolicy.KEEP);
        }
        plain.simulation.runUntil(2 * SECOND);
        String reason = plain.cluster.stallReason().between(0, 2 * SECOND);
        assertNotNull(reason);
        assertTrue(
                reason.matches(
                        "no leader since the beginning; \\d+ elections were begun, the last for term \\d+ by n3 at"
                                + " .*s"),
                reason);
    }

    @Test
    void aLeaderWithoutAMajorityCommitsNothing() {
        run.simulation.runUntil(SECOND);
        NodeId leader = run.leader();
        for (NodeId server : run.servers) {
            if (!server.equals(leader)) {
                run.simulation.kill(server, CrashPolicy.LOSE_UNSYNCED);
            }
        }
        run.simulation.runUntil(3 * SECOND);
        String reason = reason(1_100 * MS, 3 * SECOND);
        assertTrue(reason.startsWith(leader + " led term 1 and committed nothing; "), reason);
        assertTrue(reason.contains(" entries are pending, n"), reason);
        assertTrue(reason.endsWith(" is down"), reason);
    }

    @Test
    void aFollowerThatLagsIsNamed() {
        run.simulation.runUntil(SECOND);
        NodeId leader = run.leader();
        run.servers.stream().filter(server -> !server.equals(leader)).forEach(run.simulation::pause);
        run.simulation.runUntil(3 * SECOND);
        String reason = reason(1_100 * MS, 3 * SECOND);
        assertTrue(reason.matches(".* entries are pending, n\\d is \\d+ entries behind, n\\d is \\d+ .*"), reason);
    }

    @Test
    void aLeaderThatClientsDoNotReachIsNamed() {
        run.simulation.runUntil(SECOND);
        run.simulation.partition(List.of(run.servers));
        run.simulation.runUntil(3 * SECOND);
        assertEquals(
                run.leader() + " led term 1 and committed nothing; 0 of its "
                        + run.server(run.leader()).log().lastIndex() + " entries are pending",
                reason(1_100 * MS, 3 * SECOND));
    }
}
