package dev.orrery.sim.check.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.sim.check.transaction.VersionedStore.Promise;
import dev.orrery.sim.check.transaction.isolation.IsolationLevel;
import dev.orrery.sim.history.History;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories of a store that isolates as it says: the levels that it keeps always hold, those above are seen to break. */
final class VersionedStoreTest {
    private static final int HISTORIES = 25;
    private static final int TRANSACTIONS = 120;

    @ParameterizedTest
    @CsvSource({
        "STRICT_SERIALIZABLE, true, strict-serializable, ''",
        "STRICT_SERIALIZABLE, false, strict-serializable, ''",
        "SERIALIZABLE, true, serializable, strong-session-serializable strong-snapshot-isolation",
        "SERIALIZABLE, false, serializable, strong-session-serializable strong-snapshot-isolation",
        "STRONG_SNAPSHOT_ISOLATION, true, strong-snapshot-isolation, repeatable-read",
        "STRONG_SNAPSHOT_ISOLATION, false, strong-snapshot-isolation, repeatable-read",
        "SNAPSHOT_ISOLATION, true, snapshot-isolation, repeatable-read strong-session-snapshot-isolation",
        "SNAPSHOT_ISOLATION, false, snapshot-isolation, repeatable-read strong-session-snapshot-isolation",
        "SNAPSHOT_WITHOUT_CONFLICTS, true, '', repeatable-read snapshot-isolation",
        "SNAPSHOT_WITHOUT_CONFLICTS, false, strong-read-committed, repeatable-read snapshot-isolation",
        "READ_COMMITTED, true, strong-read-committed, repeatable-read snapshot-isolation",
        "READ_COMMITTED, false, strong-read-committed, repeatable-read snapshot-isolation",
        "READ_UNCOMMITTED, true, '', read-uncommitted",
        "READ_UNCOMMITTED, false, '', read-committed"
    })
    void aStoreKeepsItsPromiseAndNoMore(Promise promise, boolean lists, String kept, String broken) throws Exception {
        Set<String> refuted = new TreeSet<>();
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = VersionedStore.history(promise, lists, TRANSACTIONS, seed);
            TransactionAnalysis analysis = TransactionAnalysis.of(
                    lists ? TransactionModel.LIST_APPEND : TransactionModel.RW_REGISTER, history);
            if (!kept.isEmpty()) {
                assertEquals(
                        List.of(),
                        analysis.against(IsolationLevel.named(kept).orElseThrow()),
                        promise + ", seed " + seed + ", " + EdnText.of(history));
            }
            IsolationLevel.all().stream()
                    .filter(level -> !analysis.against(level).isEmpty())
                    .forEach(level -> refuted.add(level.name()));
        }
        for (String level : broken.isEmpty() ? List.<String>of() : List.of(broken.split(" ", -1))) {
            assertTrue(refuted.contains(level), () -> promise + " was never seen to break " + level + ": " + refuted);
        }
    }
}
