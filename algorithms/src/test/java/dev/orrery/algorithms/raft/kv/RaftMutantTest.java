package dev.orrery.algorithms.raft.kv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.algorithms.raft.mutant.RaftMutant;
import org.junit.jupiter.api.Test;

/** Faults at random, none of them aimed at a bug, find each planted bug within few seeds. */
final class RaftMutantTest {
    private static final int SEEDS = 20;

    private static boolean isFound(RaftMutant mutant, int seed) {
        KvRun run =
                new KvRun(seed, Chaos.weather(), 5, "mutant", mutant.code()).clients(4, 20 * KvRun.MS, KvRun.SECOND);
        Chaos.on(run, seed, 8 * KvRun.SECOND, true);
        run.simulation.runUntil(8 * KvRun.SECOND);
        return !run.violations().isEmpty();
    }

    @Test
    void eachIsFound() {
        for (RaftMutant mutant : RaftMutant.values()) {
            int seed = 0;
            while (seed < SEEDS && !isFound(mutant, seed)) {
                seed++;
            }
            assertEquals(mutant != RaftMutant.NONE, seed < SEEDS, mutant + " and seeds below " + SEEDS);
        }
    }

    @Test
    void theyAreKnownByTheirCodes() {
        for (RaftMutant mutant : RaftMutant.values()) {
            assertEquals(mutant, RaftMutant.of(mutant.code()));
        }
        assertThrows(IllegalArgumentException.class, () -> RaftMutant.of("R99"));
    }
}
