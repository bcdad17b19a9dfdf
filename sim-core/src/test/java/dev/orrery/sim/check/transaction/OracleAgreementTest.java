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
 * The checker against all orders tried, at every level. {@code -Doracle.histories=84000} makes a campaign of it, which
 * {@code -Doracle.first=…} begins at another seed: see the README of sim-core.
 */
final class OracleAgreementTest {
    private static final int HISTORIES = Integer.getInteger("oracle.histories", 150);
    private static final long FIRST = Long.getLong("oracle.first", 0);

    private final Map<String, Integer> satisfied = new TreeMap<>();
    private final Map<String, Integer> refuted = new TreeMap<>();

    /** Snapshots apart where nobody knows in which order two transactions wrote what nobody read. */
    @ParameterizedTest
    @CsvSource({"2, 2, 1, 4, 40", "3, 2, 2, 4, 25", "3, 3, 1, 3, 40", "4, 3, 2, 3, 15", "4, 4, 2, 3, 20"})
    void onListsItFindsWhatIsWrongAndNothingElse(int transactions, int processes, int keys, int longest, int sloppy)
            throws Exception {
        compare(shape(TransactionModel.LIST_APPEND, transactions, processes, keys, longest, sloppy));

        assertBothVerdicts("strict-serializable", "strong-session-snapshot-isolation", "read-committed");
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3, 4, 40", "4, 3, 3, 3, 25"})
    void onRegistersWrittenOnceItFindsWhatIsWrongAndNothingElse(
            int transactions, int processes, int keys, int longest, int sloppy) throws Exception {
        compare(shape(TransactionModel.LONG_FORK, transactions, processes, keys, longest, sloppy));

        assertBothVerdicts("strict-serializable", "strong-session-snapshot-isolation");
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1, 4, 40", "3, 2, 2, 4, 25", "3, 3, 1, 3, 40", "4, 3, 2, 3, 15", "4, 4, 2, 3, 20"})
    void onRegistersItFindsNothingThatIsNotThereAndMostOfWhatIs(
            int transactions, int processes, int keys, int longest, int sloppy) throws Exception {
        compare(shape(TransactionModel.RW_REGISTER, transactions, processes, keys, longest, sloppy));

        assertBothVerdicts("strict-serializable", "strong-session-snapshot-isolation");
        int missed = HISTORIES - satisfied.getOrDefault("strict-serializable", 0);
        assertTrue(refuted.getOrDefault("strict-serializable", 0) > missed * 8L / 10, () -> satisfied + " " + refuted);
    }

    private void compare(TinyHistory.Shape shape) throws Exception {
        boolean lists = shape.model() == TransactionModel.LIST_APPEND;
        for (long seed = FIRST; seed < FIRST + HISTORIES; seed++) {
            History history = TinyHistory.of(shape, seed);
            TransactionAnalysis analysis = TransactionAnalysis.of(shape.model(), history);
            Oracle oracle = new Oracle(history, lists);
            for (IsolationLevel level : IsolationLevel.all()) {
                boolean expected = oracle.satisfies(level);
                boolean holds = analysis.against(level).isEmpty();
                String what = "seed " + seed + ", " + level.name() + ": " + EdnText.of(history) + " " + analysis;
                boolean mayMiss = shape.model() == TransactionModel.RW_REGISTER
                        || (level.isolation() == Isolation.SNAPSHOT_ISOLATION && oracle.hasUnknownOrder());
                if (mayMiss) {
                    assertFalse(expected && !holds, () -> "refuted what is possible: " + what);
                } else {
                    assertEquals(expected, holds, what);
                }
                satisfied.merge(level.name(), expected ? 1 : 0, Integer::sum);
                refuted.merge(level.name(), holds ? 0 : 1, Integer::sum);
            }
        }
    }

    private void assertBothVerdicts(String... levels) {
        for (String level : levels) {
            int holds = satisfied.getOrDefault(level, 0);
            assertTrue(holds > HISTORIES / 10 && holds < HISTORIES * 19L / 20, satisfied::toString);
        }
    }

    private static TinyHistory.Shape shape(
            TransactionModel model, int transactions, int processes, int keys, int longest, int sloppy) {
        return new TinyHistory.Shape(model, transactions, processes, keys, longest, sloppy);
    }
}
