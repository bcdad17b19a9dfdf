package dev.orrery.sim.check.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.transaction.isolation.Isolation;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.history.History;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The checker of lists against all orders tried. {@code -Doracle.histories=1000000} makes a campaign of it: see the
 * README of sim-core.
 */
final class ListOracleAgreementTest {
    private static final int HISTORIES = Integer.getInteger("oracle.histories", 200);

    @ParameterizedTest
    @CsvSource({"2, 2, 1, 4, 40", "3, 2, 2, 4, 25", "3, 3, 1, 3, 40", "4, 3, 2, 3, 15", "4, 4, 2, 3, 20"})
    void theCheckerAgreesWithAllOrdersTried(int transactions, int processes, int keys, int longest, int sloppy)
            throws Exception {
        TinyListHistory.Shape shape = new TinyListHistory.Shape(transactions, processes, keys, longest, sloppy);
        Map<String, Integer> satisfied = new TreeMap<>();
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = TinyListHistory.of(shape, seed);
            TransactionAnalysis analysis = TransactionAnalysis.of(TransactionModel.LIST_APPEND, history);
            ListOracle oracle = new ListOracle(history);
            for (IsolationLevel level : IsolationLevel.all()) {
                boolean expected = oracle.satisfies(level);
                boolean holds = analysis.against(level).isEmpty();
                String what = "seed " + seed + ", " + level.name() + ": " + EdnText.of(history) + " " + analysis;
                boolean mayMiss = level.isolation() == Isolation.SNAPSHOT_ISOLATION && oracle.hasUnknownOrder();
                if (mayMiss) {
                    assertFalse(expected && !holds, () -> "refuted what is possible: " + what);
                } else {
                    assertEquals(expected, holds, what);
                }
                satisfied.merge(level.name(), expected ? 1 : 0, Integer::sum);
            }
        }
        assertTrue(isFrequent(satisfied, "strict-serializable"), satisfied::toString);
        assertTrue(isFrequent(satisfied, "strong-session-snapshot-isolation"), satisfied::toString);
        assertTrue(isFrequent(satisfied, "read-committed"), satisfied::toString);
    }

    private static boolean isFrequent(Map<String, Integer> satisfied, String level) {
        int holds = satisfied.getOrDefault(level, 0);
        return holds > HISTORIES / 10 && holds < HISTORIES * 9L / 10;
    }
}
